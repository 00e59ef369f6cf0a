//! The schemas of the bodies of a status, one for each format.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::model::detail::{Detail, Known};
use crate::model::entry::{Code, Entry, Example};
use crate::model::json::Json;
use crate::model::json::object;
use crate::model::schema::Schema;
use crate::model::{BodyFormat, Group};
use crate::plain_text::escape;
use crate::render::type_name::{Named, status_component};

/// The schemas of the bodies of one status.
pub(super) struct Bodies {
    /// The schema of each media type.
    pub(super) content: Vec<(String, Json)>,
    /// The components that these schemas refer to.
    pub(super) schemas: Vec<(String, Json)>,
}

/// Builds the schemas of the bodies of a status.
pub(super) fn bodies(status: Option<u16>, errors: &[&Named<'_>], one_of: bool) -> Bodies {
    let mut formats: Vec<(&Group, Vec<&Named<'_>>)> = Vec::new();
    for named in errors {
        let same = |group: &Group| {
            group.format == named.0.format && group.content_type == named.0.content_type
        };
        match formats.iter_mut().find(|(group, _)| same(group)) {
            Some((_, list)) => list.push(named),
            None => formats.push((named.0, vec![named])),
        }
    }
    let mut bodies = Bodies {
        content: Vec::new(),
        schemas: Vec::new(),
    };
    let mut by_type: Vec<(String, Vec<Json>)> = Vec::new();
    for (number, (group, errors)) in (1..).zip(&formats) {
        let name = status_component(status, number);
        let schema = match (group.body_format(), one_of) {
            (BodyFormat::Custom, _) => custom(group, errors),
            (wire, false) => merged(wire, status, errors),
            (wire, true) => alternatives(wire, errors, &mut bodies.schemas),
        };
        let refer = reference(&name);
        bodies.schemas.push((name, schema));
        match by_type.iter_mut().find(|(t, _)| *t == group.content_type) {
            Some((_, list)) => list.push(refer),
            None => by_type.push((group.content_type.clone(), vec![refer])),
        }
    }
    bodies.content = by_type
        .into_iter()
        .map(|(content_type, mut list)| match list.len() {
            1 => (content_type, list.remove(0)),
            _ => (content_type, object! { "anyOf" => list }),
        })
        .collect();
    bodies
}

/// Values in their order, each once.
pub(super) fn distinct<T: Copy + Eq + Hash>(values: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = HashSet::new();
    let values = values.into_iter();
    values.filter(|value| seen.insert(*value)).collect()
}

fn reference(name: &str) -> Json {
    object! { "$ref" => format!("#/components/schemas/{name}") }
}

/// The schema of a custom format, inferred from the examples.
fn custom(group: &Group, errors: &[&Named<'_>]) -> Json {
    let examples = errors.iter().flat_map(|(_, error, _)| &error.examples);
    let shown: Vec<Json> = examples.filter_map(Example::json).collect();
    let why = if shown.is_empty() {
        "There is no example of this body"
    } else {
        "Inferred from the examples"
    };
    let description = format!(
        "{why}. The format `{}` is defined by the service.",
        group.format
    );
    let mut schema = object! { "description" => description };
    if let (Json::Object(members), Json::Object(known)) =
        (&mut schema, Json::from(&Schema::from_examples(&shown)))
    {
        members.extend(known);
    }
    schema
}

/// One schema for all errors of a status.
fn merged(wire: BodyFormat, status: Option<u16>, errors: &[&Named<'_>]) -> Json {
    let errors: Vec<&Entry> = errors.iter().map(|(_, error, _)| *error).collect();
    whole_body(wire, object(wire, status, &errors))
}

/// One schema for each error, and a schema of the status that refers to them.
fn alternatives(
    wire: BodyFormat,
    errors: &[&Named<'_>],
    schemas: &mut Vec<(String, Json)>,
) -> Json {
    let (mut references, mut mapping, mut values) = (Vec::new(), object! {}, HashSet::new());
    let mut all_text = true;
    for (_, error, name) in errors {
        schemas.push((name.clone(), alternative(wire, error)));
        references.push(reference(name));
        let value = match (wire, &error.code) {
            (BodyFormat::ProblemWithoutCode, _) => error.type_uri.clone(),
            (_, code) => code.to_string(),
        };
        all_text &= wire == BodyFormat::ProblemWithoutCode || matches!(error.code, Code::Text(_));
        mapping.set(&value, format!("#/components/schemas/{name}"));
        values.insert(value);
    }
    let is_unique = values.len() == errors.len();
    let mut schema = object! {};
    schema.set(if is_unique { "oneOf" } else { "anyOf" }, references);
    // A discriminator must be a string.
    if is_unique && all_text {
        let member = match wire {
            BodyFormat::ProblemWithoutCode => "type",
            _ => "code",
        };
        schema.set(
            "discriminator",
            object! { "propertyName" => member, "mapping" => mapping },
        );
    }
    whole_body(wire, schema)
}

/// The deprecation of an error with its note, in Markdown.
pub(super) fn deprecation(error: &Entry) -> Option<String> {
    let heading = escape(&error.deprecation()?);
    Some(match error.deprecation_note() {
        note if note.is_empty() => heading,
        note => format!("{heading}: {note}"),
    })
}

/// The schema of one error, with its summary.
fn alternative(wire: BodyFormat, error: &Entry) -> Json {
    let status = Some(error.status).filter(|_| !error.status_varies);
    let mut schema = object(wire, status, &[error]);
    let summary = Some(error.summary.clone()).filter(|text| !text.is_empty());
    let described: Vec<String> = deprecation(error).into_iter().chain(summary).collect();
    if !described.is_empty() {
        schema.set("description", described.join("\n\n"));
    }
    if error.deprecated.is_some() {
        schema.set("deprecated", true);
    }
    schema
}

/// The schema of the whole body, given the schema of the object with code and message.
fn whole_body(wire: BodyFormat, inner: Json) -> Json {
    match wire {
        BodyFormat::Nested => object! {
            "type" => "object",
            "required" => vec!["error"],
            "properties" => object! { "error" => inner },
        },
        _ => inner,
    }
}

/// The schema of the object with code and message.
fn object(wire: BodyFormat, status: Option<u16>, errors: &[&Entry]) -> Json {
    let text = || object! { "type" => "string" };
    let mut properties = object! {};
    let mut required: Vec<String> = Vec::new();
    match wire {
        BodyFormat::Nested | BodyFormat::Flat | BodyFormat::Custom => {
            let message = if wire == BodyFormat::Flat {
                "detail"
            } else {
                "message"
            };
            properties.set("code", codes(errors));
            properties.set(message, text());
            required.extend(["code".to_owned(), message.to_owned()]);
            if errors.iter().any(|error| !error.details.is_empty()) {
                properties.set("details", details(errors));
                let is_there = |error: &&Entry| error.details.iter().any(|d| d.required);
                if errors.iter().all(is_there) {
                    required.push("details".to_owned());
                }
            }
        }
        BodyFormat::Problem | BodyFormat::ProblemWithoutCode => {
            let types = distinct(errors.iter().map(|error| error.type_uri.as_str()));
            let status = match status {
                Some(status) => object! { "type" => "integer", "enum" => vec![status] },
                None => object! { "type" => "integer" },
            };
            properties.set("type", object! { "type" => "string", "enum" => types });
            properties.set("title", text());
            properties.set("status", status);
            properties.set("detail", text());
            properties.set("instance", text());
            required.extend(["type", "title", "status"].map(str::to_owned));
            if wire == BodyFormat::Problem {
                properties.set("code", codes(errors));
                required.push("code".to_owned());
            }
            for (name, schema, is_required) in members(errors) {
                properties.set(&name, schema);
                if is_required {
                    required.push(name);
                }
            }
        }
    }
    object! { "type" => "object", "required" => required, "properties" => properties }
}

/// The codes as an `enum`.
fn codes(errors: &[&Entry]) -> Json {
    let codes = distinct(errors.iter().map(|error| &error.code));
    let mut schema = object! {};
    let is_number = |code: &&Code| matches!(code, Code::Number(_));
    if codes.iter().all(is_number) {
        schema.set("type", "integer");
    } else if !codes.iter().any(is_number) {
        schema.set("type", "string");
    }
    schema.set("enum", codes);
    schema
}

/// The schema of the member `details`.
fn details(errors: &[&Entry]) -> Json {
    let (mut properties, mut required) = (object! {}, Vec::new());
    for (name, schema, is_required) in members(errors) {
        properties.set(&name, schema);
        if is_required {
            required.push(name);
        }
    }
    let mut schema = object! { "type" => "object" };
    if !required.is_empty() {
        schema.set("required", required);
    }
    if properties != (object! {}) {
        schema.set("properties", properties);
    }
    if let Some(values) = map_entries(errors)
        && !values.is_any()
    {
        schema.set("additionalProperties", &values);
    }
    schema
}

/// The schema of the entries of flattened maps; `None` if no error has such a map.
fn map_entries(errors: &[&Entry]) -> Option<Schema> {
    let all = errors.iter().flat_map(|error| &error.details);
    let values: Vec<Schema> = all
        .filter(|detail| detail.has_any_name())
        .map(|detail| match &detail.schema.values {
            Some(values) => (**values).clone(),
            None => Schema::default(),
        })
        .collect();
    (!values.is_empty()).then(|| Schema::any_of(values))
}

/// The name of a member, and the errors that have it.
type Member<'a> = (&'a str, Vec<(&'a Entry, &'a Detail)>);

/// All members by name, each with its schema and whether all errors have it.
fn members(errors: &[&Entry]) -> Vec<(String, Json, bool)> {
    let mut found: Vec<Member<'_>> = Vec::new();
    let mut known = HashMap::new();
    for error in errors {
        for detail in error.details.iter().filter(|detail| !detail.has_any_name()) {
            let at = *known.entry(detail.name.as_str()).or_insert(found.len());
            match found.get_mut(at) {
                Some((_, list)) => list.push((error, detail)),
                None => found.push((&detail.name, vec![(error, detail)])),
            }
        }
    }
    let with_map: Vec<&Entry> = errors
        .iter()
        .copied()
        .filter(|error| error.details.iter().any(Detail::has_any_name))
        .collect();
    let member = |(name, list): Member<'_>| {
        let is_required =
            list.len() == errors.len() && list.iter().all(|(_, detail)| detail.required);
        let mut schemas: Vec<Schema> = list.iter().map(|(_, d)| d.schema.clone()).collect();
        // In other errors, an entry of a flattened map may have this name.
        let others: Vec<&Entry> = with_map
            .iter()
            .copied()
            .filter(|error| error.details.iter().all(|detail| detail.name != name))
            .collect();
        schemas.extend(map_entries(&others));
        let mut schema = Json::from(&Schema::any_of(schemas));
        let description = description(&list, errors.len());
        if !description.is_empty() {
            schema.set("description", description);
        }
        (name.to_owned(), schema, is_required)
    };
    found.into_iter().map(member).collect()
}

/// The description of a member: its text, the errors that have it, and how its type is known.
fn description(list: &[(&Entry, &Detail)], errors: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for (error, detail) in list {
        let text = detail.description.trim();
        match (text.is_empty(), errors) {
            (false, 1) => lines.push(text.to_owned()),
            (false, _) => lines.push(format!("`{}`: {text}", error.code)),
            (true, 1) => {}
            (true, _) => lines.push(format!("Only in `{}`.", error.code)),
        }
        match detail.known {
            Known::Type => {}
            Known::Example => lines.push("The type is inferred from the examples.".to_owned()),
            Known::No => lines.push(format!(
                "The type is unknown: `{}` in Rust, and no example has a value.",
                detail.rust_type
            )),
        }
    }
    distinct(lines.iter().map(String::as_str)).join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::{BodyFormat, Schema, whole_body};
    use crate::model::json::Json;
    use crate::model::schema::Kind;

    #[test]
    fn nested_bodies_enclose_the_error() {
        let inner = Json::from(&Schema::new(Kind::Object));
        assert_eq!(whole_body(BodyFormat::Flat, inner.clone()), inner);
        assert_eq!(
            whole_body(BodyFormat::Nested, inner).to_string(),
            r#"{"type":"object","required":["error"],"properties":{"error":{"type":"object"}}}"#
        );
    }
}
