//! OpenAPI 3.1 components: one response for each status, with every error of that status.

mod body;

use std::fmt::Write as _;

use crate::model::Document;
use crate::model::detail::Header;
use crate::model::entry::{Entry, Example};
use crate::model::json::Json;
use crate::model::json::object;
use crate::model::schema::Schema;
use crate::plain_text::code_span;
use crate::plain_text::escape;
use crate::render::page_link::relink;
use crate::render::type_name::{Letters, Named, named, status_component};
use crate::unique_names::Names;
use body::{Bodies, bodies, distinct};

/// How the description is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The version of the API, `info.version`.
    pub version: String,
    /// A schema for each error, and `oneOf` with a discriminator for each status. Else the errors of a
    /// status have one schema, whose `code` is an enum.
    pub one_of: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            version: "1.0.0".to_owned(),
            one_of: false,
        }
    }
}

/// The document as an OpenAPI 3.1 description without paths: responses `Error404` and so on to refer to
/// (`#/components/responses/Error404`), and their schemas.
///
/// The schema of a format of one's own is made from the examples, and says so.
///
/// ```
/// use errcode_docs::openapi;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(status = 409, code = "SLUG_TAKEN")]
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let options = openapi::Options { version: "2.1.0".to_owned(), ..Default::default() };
/// let description = openapi(&SKILLS, &options);
/// let responses = description.get("components").unwrap().get("responses").unwrap();
/// let conflict = responses.get("Error409").unwrap();
/// assert!(conflict.get("content").unwrap().get("application/problem+json").is_some());
/// assert!(description.pretty().starts_with("{\n  \"openapi\": \"3.1.0\",\n"));
/// ```
pub fn openapi(source: impl Into<Document>, options: &Options) -> Json {
    // Where a description is shown, nobody knows.
    let document = relink(source.into(), |_| None);
    let errors = named(&document, Letters::Ascii);
    let mut by_status = std::collections::BTreeMap::<u16, Vec<&Named<'_>>>::new();
    for named in &errors {
        by_status.entry(named.1.status).or_default().push(named);
    }
    let (mut responses, mut schemas) = (object! {}, object! {});
    for (status, errors) in by_status {
        let bodies = bodies(status, &errors, options.one_of);
        responses.set(&status_component(status, 1), response(&errors, &bodies));
        for (name, schema) in bodies.schemas {
            schemas.set(&name, schema);
        }
    }
    let mut info = object! { "title" => document.title.as_str() };
    if !document.introduction.is_empty() {
        info.set("description", document.introduction.as_str());
    }
    info.set("version", options.version.as_str());
    object! {
        "openapi" => "3.1.0",
        "info" => info,
        "paths" => object! {},
        "components" => object! { "responses" => responses, "schemas" => schemas },
    }
}

fn response(errors: &[&Named<'_>], bodies: &Bodies) -> Json {
    let mut response = object! { "description" => description(errors) };
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
        let examples = examples(&of_type);
        if examples != (object! {}) {
            media.set("examples", examples);
        }
        content.set(content_type, media);
    }
    response.set("content", content);
    response
}

/// The reason phrase, and a line for each error.
fn description(errors: &[&Named<'_>]) -> String {
    let reason = errors.first().map_or("", |(_, error, _)| &error.reason);
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

/// That an error is deprecated, with the note; in Markdown.
fn deprecation(error: &Entry) -> Option<String> {
    let heading = escape(&error.deprecation()?);
    Some(match error.deprecation_note() {
        note if note.is_empty() => heading,
        note => format!("{heading}: {note}"),
    })
}

/// One example for each code under its name; those that follow have a number.
fn examples(errors: &[&Named<'_>]) -> Json {
    let (mut examples, mut names) = (object! {}, Names::default());
    for (_, error, _) in errors {
        for example in &error.examples {
            let name = names.insert(&error.code.to_string(), '-');
            examples.set(&name, example_of(error, example));
        }
    }
    examples
}

fn example_of(error: &Entry, example: &Example) -> Json {
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

/// The headers of a status: one that not all of its errors have is not required.
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
