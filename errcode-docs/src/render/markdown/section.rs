//! The section of one error: description, causes, fix, details, headers, examples.

use std::fmt::Write as _;

use super::tables;
use super::text::{below, block};
use crate::model::Group;
use crate::model::entry::Entry;
use crate::plain_text::{code_block, code_span, escape};
use crate::render::cell::response;

/// Writes the section of an error. Its heading has the given level.
pub(super) fn section(page: &mut String, group: &Group, error: &Entry, level: u8) {
    let anchor = attribute(&error.anchor);
    let marks = "#".repeat(usize::from(level));
    let heading = code_span(&error.code.to_string());
    block(
        page,
        &format!("<a id=\"{anchor}\"></a>\n\n{marks} {heading}"),
    );
    block(page, &facts(group, error));
    if let Some(deprecated) = error.deprecation() {
        let text = format!("**{}.** {}", escape(&deprecated), error.deprecation_note());
        let text = below(text.trim_end(), level);
        block(page, &format!("> {}", text.replace('\n', "\n> ")));
    }
    block(page, &below(&error.description, level + 1));

    let mut part = |title: &str, text: &str| {
        if !text.is_empty() {
            block(page, &format!("{marks}# {title}\n\n{text}"));
        }
    };
    for (title, text) in error.parts() {
        part(title, &below(text, level + 2));
    }
    part("Details", &tables::details(&error.details, level + 2));
    part("Headers", &tables::headers(&error.headers, level + 2));
    part("Example", &examples(error, level + 2));
}

/// The status with its class, the title, `type` and category, on one line.
fn facts(group: &Group, error: &Entry) -> String {
    let mut facts = format!("**HTTP {} {}**", error.status, escape(&error.reason));
    if let Some(others) = error.other_statuses() {
        let _ = write!(facts, " {others}");
    }
    if !error.class().is_empty() {
        let _ = write!(facts, " · {}", error.class());
    }
    if error.title != error.reason {
        let _ = write!(facts, " · {}", escape(&error.title));
    }
    if error.has_type() || !group.has_code() {
        let _ = write!(facts, " · type {}", code_span(&error.type_uri));
    }
    if let Some(category) = &error.category {
        let _ = write!(facts, " · category {}", code_span(category));
    }
    facts
}

fn examples(error: &Entry, level: u8) -> String {
    let mut blocks = String::new();
    block(&mut blocks, &below(&error.example, level));
    if error.examples.is_empty() {
        block(&mut blocks, Entry::NO_EXAMPLE);
    }
    for example in &error.examples {
        let lead_in = error.lead_in(example);
        if !lead_in.is_empty() {
            let caption = format!("{}:", escape(lead_in));
            block(&mut blocks, &below(&caption, level));
        }
        block(&mut blocks, &code_block("http", &response(example)));
    }
    blocks.trim_end().to_owned()
}

/// A text in an HTML attribute.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
