//! Tables: their columns, and what is in the cells of details and headers. HTML has the same.

use std::fmt::Write as _;

use super::text::{below, cell, code};
use crate::plain::escape;
use crate::prose::is_paragraph;
use crate::{Detail, ErrorDoc, Group, Header, Kind, rust_type};

/// The columns of the details.
pub(crate) const DETAILS: [&str; 3] = ["Member", "Type", "Description"];

/// The columns of the headers.
pub(crate) const HEADERS: [&str; 3] = ["Header", "Value", "Description"];

/// The columns of a group's table: those that tell something.
pub(crate) struct Columns {
    pub(crate) head: Vec<&'static str>,
    /// Whether there are titles that are not the reason phrases.
    pub(crate) titles: bool,
    /// Whether `type` is what tells errors apart.
    pub(crate) types: bool,
}

impl Columns {
    pub(crate) fn of(group: &Group) -> Self {
        let has_code = group.has_code();
        let titles = !has_code || group.errors.iter().any(|e| e.title != e.reason);
        let types = !has_code && group.errors.iter().any(ErrorDoc::has_type);
        let mut head = vec![if has_code { "Code" } else { "Error" }, "HTTP status"];
        head.extend(titles.then_some("Title"));
        head.extend(types.then_some("Type"));
        head.push("Description");
        Self {
            head,
            titles,
            types,
        }
    }
}

/// A table of GFM; empty without rows. The cells are Markdown in which every `|` is escaped. A last column
/// that is empty throughout is left out.
pub(crate) fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut rows: Vec<Vec<String>> = rows.collect();
    if rows.is_empty() {
        return String::new();
    }
    let mut head = head.to_vec();
    if rows
        .iter()
        .all(|row| row.last().is_some_and(String::is_empty))
    {
        head.pop();
        for row in &mut rows {
            row.pop();
        }
    }
    let mut table = format!("| {} |\n|", head.join(" | "));
    table.push_str(&" --- |".repeat(head.len()));
    for row in rows {
        let _ = write!(table, "\n| {} |", row.join(" | "));
    }
    table
}

/// The table of details, and what their doc comments say beyond a paragraph, its headings at a level; empty
/// without any.
pub(super) fn details(details: &[Detail], level: u8) -> String {
    let rows = details.iter().map(|detail| {
        vec![
            cell(&member(detail)),
            cell(&type_of(detail)),
            described(&detail.description),
        ]
    });
    let texts = details.iter().map(|d| (member(d), d.description.as_str()));
    table(&DETAILS, rows) + &more(texts, level)
}

/// The table of headers, and what their doc comments say beyond a paragraph; empty without any.
pub(super) fn headers(headers: &[Header], level: u8) -> String {
    let rows = headers.iter().map(|header| {
        vec![
            cell(&code(&header.name)),
            cell(&value_of(header)),
            described(&header.description),
        ]
    });
    let texts = headers
        .iter()
        .map(|h| (code(&h.name), h.description.as_str()));
    table(&HEADERS, rows) + &more(texts, level)
}

/// The name of a detail, in Markdown.
pub(crate) fn member(detail: &Detail) -> String {
    if detail.has_any_name() {
        "any name".to_owned()
    } else {
        code(&detail.name)
    }
}

/// The type in words, that it may be missing, and that it is not known; in Markdown.
pub(crate) fn type_of(detail: &Detail) -> String {
    detail.type_with(escape, code)
}

/// The value of a header or what it is, and that it may be missing; in Markdown.
pub(crate) fn value_of(header: &Header) -> String {
    let mut text = match &header.value {
        Some(value) => code(value),
        None => escape(&header.schema.words()),
    };
    if header.value.is_none() && is_seconds(header) {
        text.push_str(", seconds");
    }
    if !header.required {
        text.push_str(", optional");
    }
    text
}

/// Whether a number is one of seconds: a duration is sent so, and nothing else is a number in `Retry-After`.
fn is_seconds(header: &Header) -> bool {
    let rust_type = header.rust_type.as_deref().unwrap_or_default();
    header.schema.kind == Some(Kind::Integer)
        && (rust_type::named(rust_type).name == "Duration"
            || header.name.eq_ignore_ascii_case("retry-after"))
}

/// The doc comments that are more than a paragraph, which is all that a cell can hold.
fn more<'a>(texts: impl Iterator<Item = (String, &'a str)>, level: u8) -> String {
    let mut more = String::new();
    for (name, text) in texts.filter(|(_, text)| !is_paragraph(text)) {
        let _ = write!(more, "\n\n{name}:\n\n{}", below(text, level));
    }
    more
}

/// The first paragraph of a field's doc comment in a cell.
fn described(markdown: &str) -> String {
    cell(&crate::prose::summary(markdown))
}
