//! A catalog made by hand: its entries, its groups, and the examples that it shows.

use super::*;
use crate::document::Deprecated;
use crate::format::Flat;
use crate::sample::{Sample, row, table, varying_row};
use crate::{ApiErrorExt, HeaderDoc, Member, to_response};
use errcode_rules::hash::fnv1a;

const MEMBER: Member = Member::new("slug", "String", false, " It.");

const HEADER: HeaderDoc = HeaderDoc::new("X-A", "u8", " A.");

const OLD: Deprecated = Deprecated {
    note: "old",
    since: Some("1.2"),
};

/// Five entries of one type: the second has most to say, the last says one thing each time.
fn catalog(
    name: &'static str,
    instance: u64,
    includes: &'static [&'static Catalog],
) -> &'static Catalog {
    let rows = [404, 404, 500, 500, 500].map(|status| (status, "A"));
    let other = Member::new("other", "String", true, " It.");
    let documents = Documents {
        table: table(&rows, false),
        names: &["A", "B", "C", "D", "E"],
        hashes: &[1, 2, 3, 4, 5],
        docs: &["", " b\n  c", "", "", ""],
        members: vec![(1, MEMBER), (1, other), (2, MEMBER)].leak(),
        headers: vec![(1, HEADER), (3, HEADER)].leak(),
        deprecated: &[(1, OLD)],
        hidden: &[1],
        shared: &[1],
        run_time_status: &[(1, "u16")],
        formats: &[],
    };
    Box::leak(Box::new(Catalog::new(CatalogParts {
        name,
        definition: fnv1a(name),
        instance,
        title: "Title",
        docs: " docs",
        after: "after",
        format: FormatVtable::new::<Flat>(),
        documents,
        examples: |at, look| {
            if at == 1 {
                let error = Sample::new(row(404));
                look("one", &error);
                look("two", &error);
            }
        },
        includes,
        states_format: false,
        kept_formats: &[],
        origin: match name {
            "list" => Origin::List,
            _ => Origin::Type,
        },
    })))
}

fn empty(
    name: &'static str,
    instance: u64,
    includes: &'static [&'static Catalog],
) -> &'static Catalog {
    Box::leak(Box::new(Catalog::new(CatalogParts {
        name,
        definition: fnv1a(name),
        instance,
        documents: Documents::NONE,
        includes,
        ..CatalogParts::NOTHING
    })))
}

#[test]
fn a_catalog_says_what_it_was_given() {
    let inner = catalog("inner", 1, &[]);
    let outer = catalog("list", 2, vec![inner].leak());
    assert_eq!(
        (outer.name(), outer.title(), outer.after()),
        ("list", "Title", "after")
    );
    assert_eq!(
        (outer.docs().as_str(), outer.format().name()),
        ("docs", "flat")
    );
    assert!(outer.is_list() && !inner.is_list());
    assert!(inner.includes().is_empty() && outer.includes()[0].name() == "inner");
}

#[test]
fn what_an_entry_has_is_its_own() {
    let entries: Vec<EntryDoc> = catalog("a", 1, &[]).entries().collect();
    let b = entries[1];
    assert_eq!((b.name(), b.docs().as_str()), ("B", "b\n c"));
    assert_eq!(b.entry().status(), 404);
    let old = (b.deprecated(), b.deprecated_since());
    assert_eq!(old, (Some("old"), Some("1.2")));
    let members: Vec<&Member> = b.members().collect();
    assert_eq!((members[0].name(), members[1].name()), ("slug", "other"));
    assert_eq!(
        (members[0].rust_type(), members[0].docs().as_str()),
        ("String".into(), "It.")
    );
    assert!(members.len() == 2 && !members[0].is_flattened() && members[1].is_flattened());
    let headers: Vec<&HeaderDoc> = b.headers().collect();
    assert_eq!((headers.len(), headers[0].name()), (1, "X-A"));
    assert_eq!(
        (headers[0].rust_type(), headers[0].docs().as_str()),
        ("u8".into(), "A.")
    );
    for (at, entry) in entries.iter().enumerate() {
        assert_eq!(entry.is_hidden(), at == 1);
        assert_eq!(entry.has_run_time_status(), at == 1);
        assert_eq!(entry.deprecated().is_some(), at == 1);
        assert_eq!(entry.deprecated_since().is_some(), at == 1);
        assert_eq!(entry.documents.is_shared(at), at == 1);
        assert_eq!(entry.members().count(), [0, 2, 1, 0, 0][at]);
        assert_eq!(entry.headers().count(), [0, 1, 0, 1, 0][at]);
    }
}

#[test]
fn what_depends_on_no_field_is_its_own_example() {
    let catalog = catalog("a", 1, &[]);
    let shown: Vec<Vec<(&str, String)>> = catalog
        .entries()
        .map(|entry| {
            let mut shown = Vec::new();
            entry.examples(|caption, error| {
                let body = to_response(error).into_body().to_vec();
                shown.push((caption, String::from_utf8(body).unwrap()));
            });
            shown
        })
        .collect();
    // The user writes `Display`, so its text is known at run time only.
    assert!(shown[0].is_empty());
    let captions: Vec<&str> = shown[1].iter().map(|(caption, _)| *caption).collect();
    assert_eq!(captions, ["one", "two"]);
    // A member or a header depends on a field.
    assert!(shown[2].is_empty() && shown[3].is_empty());
    let body = r#"{"code":"A","detail":"Internal Server Error"}"#;
    assert_eq!(shown[4], [("", body.to_owned())]);
}

#[test]
fn a_run_time_status_makes_examples_necessary() {
    let documents = Documents {
        table: table(&[(500, "A")], false),
        names: &["A"],
        docs: &[""],
        run_time_status: &[(0, "u16")],
        ..Documents::NONE
    };
    let catalog: &Catalog = Box::leak(Box::new(Catalog::new(CatalogParts {
        documents,
        ..CatalogParts::NOTHING
    })));
    let entry = catalog.entries().next().unwrap();
    entry.examples(|_, _| panic!("no example was written"));
}

#[test]
fn groups_are_types_with_entries_each_once_and_outer_first() {
    let names = |catalog: &'static Catalog| -> Vec<&str> {
        catalog.groups().iter().map(|group| group.name()).collect()
    };
    let inner = catalog("inner", 1, &[]);
    let left = catalog("left", 2, vec![inner].leak());
    let right = catalog("right", 3, vec![inner, left].leak());
    assert_eq!(names(inner), ["inner"]);
    assert_eq!(names(right), ["right", "inner", "left"]);
    assert_eq!(
        names(empty("all", 4, vec![left, right].leak())),
        ["left", "inner", "right"]
    );
    assert!(names(empty("none", 5, &[])).is_empty());
    // Two instances of a generic type: one group, and all that they include.
    let deep = catalog("deep", 6, &[]);
    let first = catalog("generic", 7, vec![inner].leak());
    let second = catalog("generic", 8, vec![deep].leak());
    assert_eq!(
        names(empty("all", 9, vec![first, second].leak())),
        ["generic", "inner", "deep"]
    );
}

#[test]
fn pointers_answer_as_what_they_point_to() {
    let error = Sample {
        status: Some(410),
        ..Sample::new(varying_row(404))
    };
    let boxed = Box::new(error.clone());
    let shared = std::sync::Arc::new(error.clone());
    let answers: [&dyn ApiError; 4] = [&error, &&error, &boxed, &shared];
    for error in answers {
        assert_eq!((error.status().as_u16(), error.code().as_str()), (410, "A"));
        assert_eq!(
            (&*error.message(), error.format().name()),
            ("it says", "problem")
        );
        assert_eq!(error.entry().status(), 404);
        assert!(error.hidden().is_none());
    }
}
