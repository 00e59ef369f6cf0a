//! Catalogs as plain data: built by hand, and random ones.

use errcode_docs::{Code, Detail, Document, Entry, Example, Group, Header, Kind, Known, Schema};
use proptest::prelude::*;

pub(crate) fn error(code: &str, status: u16) -> Entry {
    Entry {
        code: Code::Text(code.to_owned()),
        anchor: code.to_owned(),
        variants: vec![format!("Of{code}")],
        status,
        reason: format!("Reason {status}"),
        status_varies: false,
        title: format!("Reason {status}"),
        type_uri: "about:blank".to_owned(),
        category: None,
        deprecated: None,
        deprecated_since: None,
        summary: format!("What {code} means."),
        description: format!("What {code} means."),
        scenario: String::new(),
        causes: String::new(),
        fix: String::new(),
        retry: String::new(),
        example: String::new(),
        details: Vec::new(),
        headers: Vec::new(),
        examples: vec![example(status)],
    }
}

pub(crate) fn example(status: u16) -> Example {
    Example {
        caption: String::new(),
        status,
        reason: format!("Reason {status}"),
        headers: Vec::new(),
        body: "{}".to_owned(),
    }
}

pub(crate) fn detail(name: &str, rust_type: &str, kind: Option<Kind>) -> Detail {
    Detail {
        name: name.to_owned(),
        rust_type: rust_type.to_owned(),
        schema: kind.map(Schema::of).unwrap_or_default(),
        known: if kind.is_some() {
            Known::Type
        } else {
            Known::No
        },
        required: kind.is_some(),
        flattened: false,
        description: String::new(),
    }
}

pub(crate) fn header(name: &str, value: Option<&str>) -> Header {
    Header {
        name: name.to_owned(),
        value: value.map(str::to_owned),
        rust_type: value.is_none().then(|| "u64".to_owned()),
        schema: Schema::of(if value.is_none() {
            Kind::Integer
        } else {
            Kind::String
        }),
        required: true,
        description: String::new(),
    }
}

pub(crate) fn group(name: &str, format: &str, errors: Vec<Entry>) -> Group {
    Group {
        name: format!("service::{name}"),
        anchor: name.to_owned(),
        title: format!("Errors of {name}"),
        introduction: String::new(),
        format: format.to_owned(),
        content_type: "application/json".to_owned(),
        errors,
    }
}

pub(crate) fn document(groups: Vec<Group>) -> Document {
    Document {
        version: errcode_docs::VERSION,
        title: "Skills".to_owned(),
        introduction: String::new(),
        groups,
        hidden: Some(Vec::new()),
        after: String::new(),
    }
}

/// One group of a format in which bodies have the code.
pub(crate) fn flat(errors: Vec<Entry>) -> Document {
    document(vec![group("SkillError", "flat", errors)])
}

fn some_details() -> impl Strategy<Value = Vec<Detail>> {
    let known = [
        ("String", Some(Kind::String)),
        ("u32", Some(Kind::Integer)),
        ("Money", None),
        ("f64", Some(Kind::Number)),
    ];
    let one = (
        prop::sample::select(known.to_vec()),
        any::<bool>(),
        "[a-c]{0,2}",
    );
    prop::collection::vec(one, 2..4).prop_map(|details| {
        let details = details.into_iter().enumerate();
        let build = |(at, ((rust_type, kind), required, description))| Detail {
            required,
            description,
            ..detail(&format!("detail{at}"), rust_type, kind)
        };
        details.map(build).collect()
    })
}

fn some_headers() -> impl Strategy<Value = Vec<Header>> {
    prop::collection::vec(prop::option::of("[a-c]{1,2}"), 2..4).prop_map(|headers| {
        let headers = headers.iter().enumerate();
        headers
            .map(|(at, value)| header(&format!("X-{at}"), value.as_deref()))
            .collect()
    })
}

fn some_error() -> impl Strategy<Value = Entry> {
    let texts = ("[a-c]{0,2}", "[a-c]{0,2}", prop::option::of("[a-c]{0,2}"));
    let code = ("[A-C]{1,2}", 400_u16..404, 0_i64..3, any::<bool>());
    (code, texts, some_details(), some_headers()).prop_map(
        |((code, status, number, is_text), (description, fix, category), details, headers)| Entry {
            code: if is_text {
                Code::Text(code.clone())
            } else {
                Code::Number(number)
            },
            summary: description.clone(),
            description,
            fix,
            category,
            details,
            headers,
            ..error(&code, status)
        },
    )
}

/// Catalogs in which codes, groups, variants and texts repeat and differ as they like.
pub(crate) fn any_document() -> impl Strategy<Value = Document> {
    let formats = ["flat", "problem", "problem(code = false)", "own"];
    let errors = prop::collection::vec(some_error(), 1..5);
    let group = ("[AB]", prop::sample::select(formats.to_vec()), errors)
        .prop_map(|(name, format, errors)| group(&name, format, errors))
        .boxed();
    let groups = prop::collection::vec(group.clone(), 1..4);
    let hidden = prop::collection::vec(group, 0..3);
    (groups, hidden).prop_map(|(groups, hidden)| Document {
        hidden: Some(hidden),
        ..document(groups)
    })
}

/// Catalogs as the derive makes them: paths of types, variants of a type, and names are unique; a code
/// is there twice in a type only with another status.
pub(crate) fn some_document() -> impl Strategy<Value = Document> {
    any_document().prop_map(|mut document| {
        let hidden = document.hidden.iter_mut().flatten();
        for (at, group) in document.groups.iter_mut().chain(hidden).enumerate() {
            group.name = format!("service::Group{at}");
            group.title = format!("Group {at}");
            let mut seen = std::collections::HashSet::new();
            group
                .errors
                .retain(|error| seen.insert((error.code.clone(), error.status)));
            for (at, error) in group.errors.iter_mut().enumerate() {
                error.variants = vec![format!("Variant{at}")];
            }
        }
        document
    })
}
