//! Tables: of details, of headers, and of any rows.

use std::fmt::Write as _;

use super::text::{below, cell};
use crate::doc_comment::is_paragraph;
use crate::model::detail::{Detail, Header};
use crate::plain_text::code_span;
use crate::render::cell::{DETAILS, HEADERS, detail_name, detail_type, header_value};

/// A GFM table; empty without rows. In the cells every `|` must be escaped. The last column is left out if all of its
/// cells are empty.
pub(super) fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
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

/// The table of details, followed by the doc comments that are longer than a paragraph. Headings in them have at least
/// the given level. Empty without details.
pub(super) fn details(details: &[Detail], level: u8) -> String {
    let rows = details.iter().map(|detail| {
        vec![
            cell(&detail_name(detail)),
            cell(&detail_type(detail)),
            first_paragraph(&detail.description),
        ]
    });
    let texts = details
        .iter()
        .map(|d| (detail_name(d), d.description.as_str()));
    table(&DETAILS, rows) + &long_descriptions(texts, level)
}

/// The table of headers, followed by the doc comments that are longer than a paragraph. Empty without headers.
pub(super) fn headers(headers: &[Header], level: u8) -> String {
    let rows = headers.iter().map(|header| {
        vec![
            cell(&code_span(&header.name)),
            cell(&header_value(header)),
            first_paragraph(&header.description),
        ]
    });
    let texts = headers
        .iter()
        .map(|h| (code_span(&h.name), h.description.as_str()));
    table(&HEADERS, rows) + &long_descriptions(texts, level)
}

/// The doc comments that are longer than a paragraph: a cell can hold no more.
fn long_descriptions<'a>(texts: impl Iterator<Item = (String, &'a str)>, level: u8) -> String {
    let mut blocks = String::new();
    for (name, text) in texts.filter(|(_, text)| !is_paragraph(text)) {
        let _ = write!(blocks, "\n\n{name}:\n\n{}", below(text, level));
    }
    blocks
}

/// The first paragraph of a field's doc comment, for a cell.
fn first_paragraph(markdown: &str) -> String {
    cell(&crate::doc_comment::summary(markdown))
}
