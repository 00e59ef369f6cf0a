//! The TypeScript interface of one error.

use std::fmt::Write as _;

use crate::model::detail::{Detail, Known};
use crate::model::entry::{Code, Entry, Example};
use crate::model::json::Json;
use crate::model::schema::{Kind, Schema};
use crate::model::{BodyFormat, Group};

/// Writes the interface of an error.
pub(super) fn interface(module: &mut String, group: &Group, error: &Entry, name: &str) {
    let others = error.other_statuses();
    let others = others.map_or_else(String::new, |others| format!(" {others}"));
    let mut lines = vec![format!("{} {}{others}", error.status, error.reason)];
    lines.extend((!error.summary.is_empty()).then(|| error.summary.clone()));
    if group.body_format() == BodyFormat::Custom {
        lines.push(
            "The format is defined by the service. The type is inferred from the examples.".into(),
        );
    }
    if let Some(note) = &error.deprecated {
        let since = error.deprecated_since.as_ref();
        let since = since.map(|since| format!("since {since}"));
        let note = Some(note.clone()).filter(|note| !note.is_empty());
        let parts: Vec<String> = since.into_iter().chain(note).collect();
        lines.push(format!("@deprecated {}", parts.join(": ")));
    }
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    comment(module, "", &lines);
    if group.body_format() == BodyFormat::Custom {
        let bodies: Vec<Json> = error.examples.iter().filter_map(Example::json).collect();
        let schema = Schema::from_examples(&bodies);
        let shape = if schema.is_any() {
            "UnknownError".to_owned()
        } else {
            schema_type(&schema)
        };
        let _ = writeln!(module, "export type {name} = {shape};");
        return;
    }
    let _ = writeln!(module, "export interface {name} {{");
    for member in members(group, error) {
        module.push_str(&member);
    }
    module.push_str("}\n");
}

/// The members of the object that has code and message.
fn members(group: &Group, error: &Entry) -> Vec<String> {
    let line = |name: &str, of: &str| format!("  readonly {name}: {of};\n");
    let code = literal(&error.code);
    match group.body_format() {
        BodyFormat::Nested | BodyFormat::Flat => {
            let message = match group.body_format() {
                BodyFormat::Nested => "message",
                _ => "detail",
            };
            let mut lines = vec![line("code", &code), line(message, "string")];
            lines.extend(details(error));
            lines
        }
        wire => {
            let status = if error.status_varies {
                "number".to_owned()
            } else {
                error.status.to_string()
            };
            let mut lines = vec![
                line("type", &string(&error.type_uri)),
                line("title", "string"),
                line("status", &status),
                line("detail?", "string"),
                line("instance?", "string"),
            ];
            if wire == BodyFormat::Problem {
                lines.push(line("code", &code));
            }
            lines.extend(error.details.iter().map(|detail| member(detail, "  ")));
            lines
        }
    }
}

/// The member `details`; `None` if the error has no details.
fn details(error: &Entry) -> Option<String> {
    if error.details.is_empty() {
        return None;
    }
    let mark = if error.details.iter().any(|d| d.required) {
        ""
    } else {
        "?"
    };
    let mut text = format!("  readonly details{mark}: {{\n");
    // TypeScript requires that an index signature fits the other members too.
    let is_only = error.details.len() == 1;
    for detail in &error.details {
        if detail.has_any_name() {
            let values = detail.schema.values.as_deref().filter(|_| is_only);
            let of = values.map_or("unknown".to_owned(), schema_type);
            doc_of_detail(&mut text, detail, "    ");
            let _ = writeln!(text, "    readonly [name: string]: {of};");
        } else {
            text.push_str(&member(detail, "    "));
        }
    }
    text.push_str("  };\n");
    Some(text)
}

fn member(detail: &Detail, indent: &str) -> String {
    let mut text = String::new();
    doc_of_detail(&mut text, detail, indent);
    let mark = if detail.required { "" } else { "?" };
    let name = key(&detail.name);
    let _ = writeln!(
        text,
        "{indent}readonly {name}{mark}: {};",
        schema_type(&detail.schema)
    );
    text
}

fn doc_of_detail(text: &mut String, detail: &Detail, indent: &str) {
    let mut lines: Vec<&str> = detail.description.lines().collect();
    let unknown = format!(
        "The type is unknown: `{}` in Rust, and no example has a value.",
        detail.rust_type
    );
    match detail.known {
        Known::Type => {}
        Known::Example => lines.push("The type is inferred from the examples."),
        Known::No => lines.push(&unknown),
    }
    if !lines.is_empty() {
        comment(text, indent, &lines);
    }
}

/// The TypeScript type of a schema.
pub(super) fn schema_type(schema: &Schema) -> String {
    if !schema.any_of.is_empty() {
        let of: Vec<String> = schema.any_of.iter().map(schema_type).collect();
        return of.join(" | ");
    }
    match schema.kind {
        None => "unknown".to_owned(),
        Some(Kind::String) => "string".to_owned(),
        Some(Kind::Integer | Kind::Number) => "number".to_owned(),
        Some(Kind::Boolean) => "boolean".to_owned(),
        Some(Kind::Null) => "null".to_owned(),
        Some(Kind::Array) => {
            let items = schema
                .items
                .as_deref()
                .map_or("unknown".to_owned(), schema_type);
            format!("ReadonlyArray<{items}>")
        }
        Some(Kind::Object) if schema.properties.is_empty() => {
            let values = schema
                .values
                .as_deref()
                .map_or("unknown".to_owned(), schema_type);
            format!("{{ readonly [name: string]: {values} }}")
        }
        Some(Kind::Object) => {
            let members = schema.properties.iter().map(|(name, schema_of)| {
                let mark = if schema.required.contains(name) {
                    ""
                } else {
                    "?"
                };
                format!("readonly {}{mark}: {}", key(name), schema_type(schema_of))
            });
            format!("{{ {} }}", members.collect::<Vec<_>>().join("; "))
        }
    }
}

/// The literal type of a code.
pub(super) fn literal(code: &Code) -> String {
    match code {
        Code::Number(number) => number.to_string(),
        Code::Text(text) => string(text),
    }
}

/// A code as a property name in `Errors` and `STATUSES`.
pub(super) fn property_key(code: &Code) -> String {
    match code {
        Code::Number(number) if *number >= 0 => number.to_string(),
        Code::Number(number) => format!("[{number}]"),
        // Without brackets this would set the prototype of the object.
        Code::Text(text) if text == "__proto__" => format!("[{}]", string(text)),
        Code::Text(text) => key(text),
    }
}

/// A property name, quoted unless it is an identifier.
fn key(name: &str) -> String {
    let is_identifier = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$')
        && !name.starts_with(|c: char| c.is_ascii_digit())
        && !name.is_empty();
    if is_identifier {
        name.to_owned()
    } else {
        string(name)
    }
}

/// A string literal. It is a JSON string, with the two line ends escaped that JSON allows and TypeScript does not.
pub(super) fn string(text: &str) -> String {
    Json::from(text)
        .to_string()
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// Writes a doc comment. No line can end it.
pub(super) fn comment(text: &mut String, indent: &str, lines: &[&str]) {
    let safe = |line: &str| {
        let line = crate::plain_text::one_line(line);
        line.replace("*/", "*\\/")
    };
    match lines {
        [line] => {
            let _ = writeln!(text, "{indent}/** {} */", safe(line));
        }
        lines => {
            let _ = writeln!(text, "{indent}/**");
            for line in lines {
                let _ = writeln!(text, "{indent} * {}", safe(line));
            }
            let _ = writeln!(text, "{indent} */");
        }
    }
}
