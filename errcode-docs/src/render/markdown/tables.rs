//! Tables: of details and headers, and of any rows.

use std::fmt::Write as _;

use super::text::{below, cell};
use crate::doc_comment::is_paragraph;
use crate::model::{Detail, Header};
use crate::render::cell::{DETAILS, HEADERS, code, member, type_of, value_of};

/// A table of GFM; empty without rows. The cells are Markdown in which every `|` is escaped. A last column
/// that is empty throughout is left out.
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
    cell(&crate::doc_comment::summary(markdown))
}
