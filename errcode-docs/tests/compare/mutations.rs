//! Changing one fact of a catalog gives exactly one change of the right level and kind. Equal catalogs give none.

use errcode_docs::compare::ChangeKind as K;
use errcode_docs::compare::Level::{self, Breaking, Minor, Patch};
use errcode_docs::{BodyFormat, Code, Document, Entry, Group, Kind, Known, Schema, compare};
use proptest::prelude::*;

use crate::fixture::{any_document, changed, detail, error, example, header, some_document};

/// The expected change; `None` if the mutation does not apply.
type Expected = Option<(Level, K)>;

/// A mutation of a group, or of its error at an index.
type Mutation = fn(&mut Group, usize) -> Expected;

/// A mutation of one error in a group.
macro_rules! of_error {
    (|$error:ident| $body:expr) => {
        |group, at| {
            let $error: &mut Entry = &mut group.errors[at];
            $body
        }
    };
}

const MUTATIONS: &[Mutation] = &[
    // Codes.
    |group, at| {
        group.errors[at].code = Code::Text("FRESH".into());
        let level = if group.has_code() { Breaking } else { Patch };
        Some((level, K::Renamed))
    },
    |group, at| {
        group.errors.remove(at);
        Some((Breaking, K::Removed))
    },
    |group, at| {
        group.errors.insert(at, error("FRESH", 599));
        Some((Minor, K::Added))
    },
    |group, at| {
        let again = changed!(group.errors[at].clone(); variants: vec!["Again".into()], status: 599);
        let kind = if group.has_code() {
            (Breaking, K::Shared)
        } else {
            (Minor, K::Added)
        };
        group.errors.push(again);
        Some(kind)
    },
    // Facts of an error.
    of_error!(|error| {
        error.status = 599;
        error.reason = "Server Error".into();
        error.title.clone_from(&error.reason);
        error.examples = vec![example(599)];
        Some((Breaking, K::Status))
    }),
    of_error!(|error| {
        error.status_varies = true;
        Some((Breaking, K::StatusVaries))
    }),
    |group, at| {
        group.errors[at].type_uri = "https://example.com/fresh".into();
        Some((unless_flat(group), K::Type))
    },
    |group, at| {
        group.errors[at].title = "Fresh".into();
        Some((if_own(group, Breaking), K::Title))
    },
    |group, at| {
        let had = group.errors[at].category.replace("fresh".into());
        let level = if had.is_some() { Breaking } else { Minor };
        Some((if_own(group, level), K::Category))
    },
    |group, at| {
        group.errors[at].category.take()?;
        Some((if_own(group, Breaking), K::Category))
    },
    of_error!(|error| {
        error.deprecated = Some("fresh".into());
        Some((Minor, K::Deprecated))
    }),
    // Details.
    of_error!(|error| {
        error
            .details
            .push(detail("fresh", "bool", Some(Kind::Boolean)));
        Some((Minor, K::DetailAdded))
    }),
    of_error!(|error| {
        error.details.remove(0);
        Some((Breaking, K::DetailRemoved))
    }),
    of_error!(|error| {
        error.details[0].name = "fresh".into();
        Some((Breaking, K::DetailRenamed))
    }),
    of_error!(|error| {
        let fresh = detail("", "bool", Some(Kind::Boolean));
        let detail = &mut error.details[1];
        let is_unknown = detail.known == Known::No;
        (detail.rust_type, detail.schema) = (fresh.rust_type, fresh.schema);
        if !is_unknown {
            detail.known = Known::Type;
        }
        Some((Breaking, K::DetailType))
    }),
    of_error!(|error| {
        let detail = &mut error.details[0];
        let is_number = detail.schema.kind == Some(Kind::Number);
        detail.schema = Schema::new(Kind::Integer);
        detail.rust_type = "i128".into();
        is_number.then_some((Minor, K::DetailType))
    }),
    of_error!(|error| {
        let detail = &mut error.details[0];
        let known = std::mem::replace(&mut detail.known, Known::Example);
        (known != Known::Example).then_some((Patch, K::DetailType))
    }),
    of_error!(|error| {
        let detail = &mut error.details[0];
        detail.rust_type = "Alias".into();
        let is_known = detail.known != Known::No;
        Some(if is_known {
            (Patch, K::Text)
        } else {
            (Minor, K::DetailType)
        })
    }),
    of_error!(|error| {
        let detail = &mut error.details[0];
        detail.required = !detail.required;
        let level = if detail.required { Minor } else { Breaking };
        Some((level, K::DetailRequired))
    }),
    of_error!(|error| {
        error.details[0].flattened = true;
        Some((Breaking, K::DetailType))
    }),
    of_error!(|error| {
        error.details[0].description = "fresh".into();
        Some((Patch, K::Text))
    }),
    of_error!(|error| {
        error.details.reverse();
        Some((Patch, K::Order))
    }),
    // Headers.
    of_error!(|error| {
        error.headers.push(header("X-Fresh", Some("fresh")));
        Some((Minor, K::HeaderAdded))
    }),
    of_error!(|error| {
        error.headers.remove(0);
        Some((Breaking, K::HeaderRemoved))
    }),
    of_error!(|error| {
        error.headers[0].name = "X-Fresh".into();
        Some((Breaking, K::HeaderRenamed))
    }),
    of_error!(|error| {
        error.headers[0].name.make_ascii_lowercase();
        Some((Patch, K::Text))
    }),
    of_error!(|error| {
        let value = error.headers[0].value.as_mut()?;
        "fresh".clone_into(value);
        Some((Breaking, K::HeaderValue))
    }),
    of_error!(|error| {
        let header = &mut error.headers[0];
        header.schema = Schema::new(Kind::Boolean);
        header.rust_type = Some("Fresh".into());
        Some((Breaking, K::HeaderValue))
    }),
    of_error!(|error| {
        error.headers[0].required = false;
        Some((Breaking, K::HeaderRequired))
    }),
    of_error!(|error| {
        error.headers[0].description = "fresh".into();
        Some((Patch, K::Text))
    }),
    of_error!(|error| {
        error.headers.reverse();
        Some((Patch, K::Order))
    }),
    // Texts.
    of_error!(|error| {
        error.description = "fresh".into();
        error.summary = "fresh".into();
        Some((Patch, K::Text))
    }),
    of_error!(|error| {
        error.summary = "fresh".into();
        Some((Patch, K::Text))
    }),
    of_error!(|error| text(&mut error.scenario)),
    of_error!(|error| text(&mut error.causes)),
    of_error!(|error| text(&mut error.fix)),
    of_error!(|error| text(&mut error.retry)),
    of_error!(|error| text(&mut error.example)),
    of_error!(|error| text(&mut error.anchor)),
    of_error!(|error| text(&mut error.variants[0])),
    of_error!(|error| {
        error.reason = "fresh".into();
        Some((Patch, K::Text))
    }),
    of_error!(|error| {
        error.examples[0].body = "[]".into();
        Some((Patch, K::Examples))
    }),
    // Groups.
    |group, _| text(&mut group.title),
    |group, _| text(&mut group.introduction),
    |group, _| text(&mut group.anchor),
    |group, _| text(&mut group.name),
    |group, _| {
        group.content_type = "application/fresh".into();
        Some((Breaking, K::Format))
    },
    |group, _| {
        group.format = "nested".into();
        Some((Breaking, K::Format))
    },
    |group, _| {
        group.errors.reverse();
        (group.errors.len() > 1).then_some((Patch, K::Order))
    },
];

/// The level of a change of the `type`: bodies of the flat format have none.
fn unless_flat(group: &Group) -> Level {
    if group.body_format() == BodyFormat::Flat {
        Patch
    } else {
        Breaking
    }
}

/// The level of a change that only bodies of a custom format show.
fn if_own(group: &Group, level: Level) -> Level {
    if group.body_format() == BodyFormat::Custom {
        level
    } else {
        Patch
    }
}

#[expect(clippy::unnecessary_wraps, reason = "what a mutation returns")]
fn text(text: &mut String) -> Expected {
    "fresh".clone_into(text);
    Some((Patch, K::Text))
}

/// Mutations of the catalog itself.
const OF_CATALOG: &[fn(&mut Document) -> Expected] = &[
    |document| text(&mut document.title),
    |document| text(&mut document.introduction),
    |document| text(&mut document.after),
    |document| {
        document.groups.reverse();
        (document.groups.len() > 1).then_some((Patch, K::Order))
    },
];

fn changes(old: &Document, new: &Document) -> Vec<(Level, K)> {
    let changes = compare(old, new).changes.into_iter();
    changes.map(|change| (change.level, change.kind)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn equal_catalogs_have_no_changes(document in any_document()) {
        prop_assert_eq!(changes(&document, &document), []);
    }

    #[test]
    fn one_fact_changed(old in some_document(), group in any::<prop::sample::Index>(), error in any::<prop::sample::Index>()) {
        let group = group.index(old.groups.len());
        let error = error.index(old.groups[group].errors.len());
        for (at, mutation) in MUTATIONS.iter().enumerate() {
            let mut new = old.clone();
            if let Some(expected) = mutation(&mut new.groups[group], error) {
                prop_assert_eq!(changes(&old, &new), [expected], "mutation {}", at);
            }
        }
        for mutation in OF_CATALOG {
            let mut new = old.clone();
            if let Some(expected) = mutation(&mut new) {
                prop_assert_eq!(changes(&old, &new), [expected]);
            }
        }
    }

    #[test]
    fn catalogs_that_differ_are_told_apart(old in any_document(), new in any_document()) {
        let comparison = compare(&old, &new);
        prop_assert_eq!(comparison.is_empty(), old == new);
        for change in &comparison.changes {
            prop_assert!(!change.message.contains('\n') && !change.message.is_empty());
        }
        prop_assert!(comparison.changes.is_sorted_by_key(|change| std::cmp::Reverse(change.level)));
    }
}
