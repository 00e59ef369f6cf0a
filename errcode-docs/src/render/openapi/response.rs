//! The response of a status: its description, headers, bodies and examples.

use std::fmt::Write as _;

use super::body::{Bodies, deprecation, distinct};
use crate::model::detail::Header;
use crate::model::entry::{Entry, Example};
use crate::model::json::{Json, object};
use crate::model::schema::Schema;
use crate::plain_text::code_span;
use crate::render::cell::reason_phrase;
use crate::render::type_name::Named;
use crate::unique_names::Names;

/// The response of a status, or of all other statuses.
pub(super) fn response(status: Option<u16>, errors: &[&Named<'_>], bodies: &Bodies) -> Json {
    let mut response = object! { "description" => description(status, errors) };
    let headers = headers(errors);
    if headers != (object! {}) {
        response.set("headers", headers);
    }
    let mut content = object! {};
    for (content_type, schema) in &bodies.content {
        let of_type: Vec<&Named<'_>> = errors
            .iter()
            .copied()
            .filter(|(group, ..)| group.content_type == *content_type)
            .collect();
        let mut media = object! { "schema" => schema.clone() };
        let examples = examples(status, &of_type);
        if examples != (object! {}) {
            media.set("examples", examples);
        }
        content.set(content_type, media);
    }
    response.set("content", content);
    let retryable = errors.iter().filter(|(_, error, _)| error.retryable);
    let retryable: Vec<Json> = retryable
        .map(|(_, error, _)| (&error.code).into())
        .collect();
    if !retryable.is_empty() {
        response.set("x-retryable", retryable);
    }
    response
}

/// The reason phrase, and a line for each error.
fn description(status: Option<u16>, errors: &[&Named<'_>]) -> String {
    let reason = status.map_or("Any other status", |status| {
        reason_phrase(status, errors.iter().map(|(_, error, _)| *error))
    });
    let mut text = format!("{reason}\n");
    for (_, error, _) in errors {
        text.push_str("\n- ");
        text.push_str(&code_span(&error.code.to_string()));
        if let Some(deprecated) = deprecation(error) {
            let _ = write!(text, " ({})", deprecated.replacen('D', "d", 1));
        }
        if !error.summary.is_empty() {
            text.push_str(": ");
            text.push_str(&error.summary);
        }
    }
    text
}

/// The examples with the status. The first example of a code has the code as its name, and further ones have a number too.
fn examples(status: Option<u16>, errors: &[&Named<'_>]) -> Json {
    let (mut examples, mut names) = (object! {}, Names::default());
    for (_, error, _) in errors {
        let examples_of_status = error.examples.iter().filter(|e| Some(e.status) == status);
        for example in examples_of_status {
            let name = names.insert(&error.code.to_string(), '-');
            examples.set(&name, self::example(error, example));
        }
    }
    examples
}

fn example(error: &Entry, example: &Example) -> Json {
    let summary = match (example.caption.as_str(), error.summary.as_str()) {
        ("", "") => &error.title,
        ("", summary) => summary,
        (caption, _) => caption,
    };
    object! {
        "summary" => summary,
        "value" => example.json().unwrap_or_else(|| Json::from(example.body.as_str())),
    }
}

/// The headers of a status. A header is required if all errors have it.
fn headers(errors: &[&Named<'_>]) -> Json {
    let mut found: Vec<(String, Vec<(&Entry, &Header)>)> = Vec::new();
    for (_, error, _) in errors {
        for header in &error.headers {
            let known = found
                .iter_mut()
                .find(|(name, _)| name.eq_ignore_ascii_case(&header.name));
            match known {
                Some((_, list)) => list.push((error, header)),
                None => found.push((header.name.clone(), vec![(error, header)])),
            }
        }
    }
    let mut headers = object! {};
    for (name, list) in found {
        headers.set(&name, header(&list, errors.len()));
    }
    headers
}

fn header(list: &[(&Entry, &Header)], errors: usize) -> Json {
    let texts = list.iter().map(|(_, header)| header.description.as_str());
    let mut described = distinct(texts.filter(|text| !text.is_empty()));
    let of_all = list.len() == errors;
    let codes: Vec<String> = list
        .iter()
        .map(|(error, _)| code_span(&error.code.to_string()))
        .collect();
    let with = format!("Sent with {}.", codes.join(", "));
    if !of_all {
        described.push(&with);
    }
    let mut json = object! {};
    if !described.is_empty() {
        json.set("description", described.join("\n\n"));
    }
    json.set(
        "required",
        of_all && list.iter().all(|(_, header)| header.required),
    );
    let schemas = list.iter().map(|(_, header)| header.schema.clone());
    let mut schema = Json::from(&Schema::any_of(schemas.collect()));
    let values: Option<Vec<&str>> = list.iter().map(|(_, h)| h.value.as_deref()).collect();
    if let Some(mut values) = values {
        values.sort_unstable();
        values.dedup();
        schema.set("enum", values);
    }
    json.set("schema", schema);
    json
}
