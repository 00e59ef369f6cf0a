//! Texts as Markdown that stands between others: cells of tables, code in them, headings some levels down.

use std::borrow::Cow;

use pulldown_cmark::Event;

use super::mdx::portable;
use crate::doc_comment::{Edits, lower, parser, read, text, write};
use crate::plain_text::{escape, fence};
use crate::render::cell::{code, visible};

/// A text as code in a cell of a table, where a `|` ends the cell if it can.
pub(super) fn code_cell(text: &str) -> String {
    let text = visible(text);
    if is_ambiguous(&text) {
        return html_code(&text);
    }
    code(&text).replace('|', "\\|")
}

/// Whether parsers read code differently once each `|` has a backslash: they do not agree on what a
/// backslash before that one is.
fn is_ambiguous(code: &str) -> bool {
    code.contains("\\|") || code.ends_with('\\') && code.contains('|')
}

/// A text as code, for where a code span would be read in two ways.
fn html_code(text: &str) -> String {
    use std::fmt::Write as _;

    let mut html = String::from("<code>");
    for character in text.chars() {
        if character.is_ascii_punctuation() {
            let _ = write!(html, "&#{};", u32::from(character));
        } else {
            html.push(character);
        }
    }
    html + "</code>"
}

/// Markdown of one line as a cell of a table.
pub(super) fn cell(inline: &str) -> String {
    let inline = &*portable(inline).unwrap_or_else(|| escape(&text(&read(inline))).into());
    if !inline.contains('|') {
        return inline.to_owned();
    }
    let mut edits = Edits::of(inline);
    for (event, range) in parser(inline) {
        match event {
            Event::Code(text) if is_ambiguous(&text) => {
                edits.replace(range, html_code(&text));
            }
            Event::InlineHtml(_) => {
                let html = inline[range.clone()].replace('|', "&#124;");
                edits.replace(range, html);
            }
            _ => {}
        }
    }
    let text = edits.apply();
    let (mut cell, mut backslashes) = (String::with_capacity(text.len()), 0_usize);
    for character in text.chars() {
        if character == '|' && backslashes % 2 == 0 {
            cell.push('\\');
        }
        backslashes = if character == '\\' {
            backslashes + 1
        } else {
            0
        };
        cell.push(character);
    }
    cell
}

/// A text whose highest heading has a level, and its other headings as much below.
pub(super) fn below(markdown: &str, level: u8) -> String {
    let mut items = read(markdown);
    lower(&mut items, level);
    let text = write(&items, markdown, 0..markdown.len());
    let portable = text.as_deref().and_then(portable).map(Cow::into_owned);
    portable.unwrap_or_else(|| fence("markdown", markdown))
}
