//! Markdown texts inside a page: cells of tables, code in cells, and texts below a heading.

use std::borrow::Cow;

use pulldown_cmark::Event;

use super::mdx::portable;
use crate::doc_comment::{Edits, lower_headings, parser, plain_text, read, write};
use crate::plain_text::{code_block, code_span, escape, visible};

/// A text as code in a table cell, with every `|` escaped.
pub(super) fn code_cell(text: &str) -> String {
    let text = visible(text);
    if is_ambiguous(&text) {
        return html_code(&text);
    }
    code_span(&text).replace('|', "\\|")
}

/// Whether parsers disagree on the code once each `|` is escaped. They read a backslash before `\|` in different ways.
fn is_ambiguous(code: &str) -> bool {
    code.contains("\\|") || code.ends_with('\\') && code.contains('|')
}

/// A text as an HTML `code` element, for text that is ambiguous as a code span.
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

/// One line of Markdown as a table cell.
pub(super) fn cell(inline: &str) -> String {
    let inline = &*portable(inline).unwrap_or_else(|| escape(&plain_text(&read(inline))).into());
    if !inline.contains('|') {
        return inline.to_owned();
    }
    let mut edits = Edits::new(inline);
    for (event, range) in parser(inline) {
        if let Event::Code(text) = event
            && is_ambiguous(&text)
        {
            edits.replace(range, html_code(&text));
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

/// A text whose headings are moved down, so that the highest has the given level.
pub(super) fn below(markdown: &str, level: u8) -> String {
    let mut items = read(markdown);
    lower_headings(&mut items, level);
    let text = write(&items, markdown, 0..markdown.len());
    let portable = text.as_deref().and_then(portable).map(Cow::into_owned);
    portable.unwrap_or_else(|| code_block("markdown", markdown))
}

/// Appends a block, after an empty line.
pub(super) fn block(page: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    if !page.is_empty() {
        page.push('\n');
    }
    page.push_str(text);
    page.push('\n');
}
