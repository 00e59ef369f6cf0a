//! The section of one error: meaning, causes, fix, details, headers, responses.

use std::fmt::Write as _;

use super::text::{below, cell, code, code_cell, fence};
use super::{block, table};
use crate::plain::{escape, one_line};
use crate::{Detail, ErrorDoc, Example, Group, Header, Known};

/// Adds the section of an error, whose heading has a level.
pub(super) fn section(page: &mut String, group: &Group, error: &ErrorDoc, level: u8) {
    let anchor = attribute(&error.anchor);
    let marks = "#".repeat(usize::from(level));
    let heading = code(&error.code.to_string());
    block(
        page,
        &format!("<a id=\"{anchor}\"></a>\n\n{marks} {heading}"),
    );
    block(page, &facts(group, error));
    if let Some(deprecated) = error.deprecation() {
        let note = escape(error.deprecated.as_deref().unwrap_or_default());
        let space = if note.is_empty() { "" } else { " " };
        block(
            page,
            &format!("> **{}.**{space}{note}", escape(&deprecated)),
        );
    }
    block(page, &below(&error.description, level + 1));

    let mut part = |title: &str, text: &str| {
        if !text.is_empty() {
            block(page, &format!("{marks}# {title}\n\n{text}"));
        }
    };
    part("Scenario", &below(&error.scenario, level + 2));
    part("Possible causes", &below(&error.causes, level + 2));
    part("How to fix", &below(&error.fix, level + 2));
    part("Retry", &below(&error.retry, level + 2));
    part("Details", &details(&error.details));
    part("Headers", &headers(&error.headers));
    part("Example", &examples(error, level + 2));
}

/// Status, title, `type` and category on one line.
fn facts(group: &Group, error: &ErrorDoc) -> String {
    let mut facts = format!("**HTTP {} {}**", error.status, escape(&error.reason));
    if error.status_varies {
        facts.push_str(" or another, chosen at run time");
    }
    if error.title != error.reason {
        let _ = write!(facts, " · {}", escape(&error.title));
    }
    if error.has_type() || !group.has_code() {
        let _ = write!(facts, " · type {}", code(&error.type_uri));
    }
    if let Some(category) = &error.category {
        let _ = write!(facts, " · category {}", code(category));
    }
    facts
}

fn details(details: &[Detail]) -> String {
    if details.is_empty() {
        return String::new();
    }
    let rows = details.iter().map(|detail| {
        let name = match detail.name.as_str() {
            "*" if detail.flattened => "any name".to_owned(),
            name => code_cell(name),
        };
        vec![name, type_of(detail), described(&detail.description)]
    });
    table(&["Member", "Type", "Description"], rows)
}

/// The type in words, that it may be missing, and that it is not known.
fn type_of(detail: &Detail) -> String {
    let schema = match (
        &detail.schema.values,
        detail.name == "*" && detail.flattened,
    ) {
        (Some(values), true) => values.words(),
        (None, true) => "any value".to_owned(),
        (_, false) => detail.schema.words(),
    };
    let mut words = match detail.known {
        Known::Type => escape(&schema),
        Known::Example => format!("{}, by the example", escape(&schema)),
        Known::No => format!("not known: {} in Rust", code_cell(&detail.rust_type)),
    };
    if !detail.required && detail.known != Known::No {
        words.push_str(", optional");
    }
    words
}

fn headers(headers: &[Header]) -> String {
    if headers.is_empty() {
        return String::new();
    }
    let rows = headers.iter().map(|header| {
        let mut value = match &header.value {
            Some(value) => code_cell(value),
            None => escape(&header.schema.words()),
        };
        if !header.required {
            value.push_str(", optional");
        }
        vec![
            code_cell(&header.name),
            value,
            described(&header.description),
        ]
    });
    table(&["Header", "Value", "Description"], rows)
}

/// A field's doc comment in a cell: all of it, on one line.
fn described(markdown: &str) -> String {
    let summary = crate::prose::summary(markdown);
    cell(&summary)
}

fn examples(error: &ErrorDoc, level: u8) -> String {
    let mut blocks = String::new();
    block(&mut blocks, &below(&error.example, level));
    if error.examples.is_empty() {
        block(
            &mut blocks,
            "No example is given, and the response depends on the values of the error.",
        );
    }
    for example in &error.examples {
        if !example.caption.is_empty() {
            block(&mut blocks, &format!("{}:", escape(&example.caption)));
        }
        block(&mut blocks, &fence("http", &response(example)));
    }
    blocks.trim_end().to_owned()
}

/// A response as it goes over the wire, its body with a line for each member.
pub(crate) fn response(example: &Example) -> String {
    let mut text = format!("HTTP/1.1 {} {}\n", example.status, example.reason);
    for header in &example.headers {
        let _ = writeln!(text, "{}: {}", header.name, one_line(&header.value));
    }
    let body = example.pretty_body();
    if !body.is_empty() {
        let _ = write!(text, "\n{body}");
    }
    text
}

/// A text in an attribute of HTML.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
