//! Catalogs as plain data, built by hand and random.

use errcode_docs::{Code, Detail, Document, Entry, Example, Group, Header, Kind, Schema};
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// A value with some of its fields changed. The types are `#[non_exhaustive]`.
macro_rules! changed {
    ($base:expr; $($field:ident: $value:expr),* $(,)?) => {{
        let mut value = $base;
        $(value.$field = $value;)*
        value
    }};
}
pub(crate) use changed;

fn read<T: DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}

pub(crate) fn error(code: &str, status: u16) -> Entry {
    read(json!({
        "code": code,
        "anchor": code,
        "variants": [format!("Of{code}")],
        "status": status,
        "reason": format!("Reason {status}"),
        "title": format!("Reason {status}"),
        "type": "about:blank",
        "summary": format!("What {code} means."),
        "description": format!("What {code} means."),
        "examples": [example(status)],
    }))
}

pub(crate) fn example(status: u16) -> Example {
    let reason = format!("Reason {status}");
    read(json!({ "status": status, "reason": reason, "headers": [], "body": "{}" }))
}

pub(crate) fn detail(name: &str, rust_type: &str, kind: Option<Kind>) -> Detail {
    read(json!({
        "name": name,
        "rust_type": rust_type,
        "schema": kind.map(Schema::new).unwrap_or_default(),
        "known": if kind.is_some() { "type" } else { "no" },
        "required": kind.is_some(),
    }))
}

pub(crate) fn header(name: &str, value: Option<&str>) -> Header {
    let kind = if value.is_none() {
        Kind::Integer
    } else {
        Kind::String
    };
    let schema = Schema::new(kind);
    let mut header: Header = read(json!({ "name": name, "schema": schema, "required": true }));
    header.value = value.map(str::to_owned);
    header.rust_type = value.is_none().then(|| "u64".to_owned());
    header
}

pub(crate) fn group(name: &str, format: &str, errors: Vec<Entry>) -> Group {
    let mut group: Group = read(json!({
        "name": format!("service::{name}"),
        "anchor": name,
        "title": format!("Errors of {name}"),
        "format": format,
        "content_type": "application/json",
        "errors": [],
    }));
    group.errors = errors;
    group
}

pub(crate) fn document(groups: Vec<Group>) -> Document {
    let version = errcode_docs::VERSION;
    let mut document: Document =
        read(json!({ "version": version, "title": "Skills", "groups": [], "hidden": [] }));
    document.groups = groups;
    document
}

/// A catalog with one group, whose bodies have a code.
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
        let build = |(at, ((rust_type, kind), required, description))| changed!(detail(&format!("detail{at}"), rust_type, kind); required: required, description: description);
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
        |((code, status, number, is_text), (description, fix, category), details, headers)| changed!(error(&code, status); code: if is_text {
                Code::Text(code.clone())
            } else {
                Code::Number(number)
            }, summary: description.clone(), description: description, fix: fix, category: category, details: details, headers: headers),
    )
}

/// Random catalogs in which codes, groups, variants and texts may repeat.
pub(crate) fn any_document() -> impl Strategy<Value = Document> {
    let formats = ["flat", "problem", "problem(code = false)", "own"];
    let errors = prop::collection::vec(some_error(), 1..5);
    let group = ("[AB]", prop::sample::select(formats.to_vec()), errors)
        .prop_map(|(name, format, errors)| group(&name, format, errors))
        .boxed();
    let groups = prop::collection::vec(group.clone(), 1..4);
    let hidden = prop::collection::vec(group, 0..3);
    (groups, hidden).prop_map(|(groups, hidden)| changed!(document(groups); hidden: Some(hidden)))
}

/// Random catalogs as the derive makes them: paths of types, variants of a type and names are unique, and a code repeats
/// in a type only with another status.
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
