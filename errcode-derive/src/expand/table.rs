//! The table of a type's codes in its own rustdoc page: Markdown that says the same whatever its texts
//! hold, and that no lint of rustdoc's is about.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Expr;

use super::included;
use super::text::{Text, type_text};
use crate::model::{Case, Entry, Kind, Model, Status};
use crate::parse::value::literal_text;

/// An attribute with the table, which only rustdoc sees: rustc drops it unread, and keeps no text of it.
pub(super) fn table(model: &Model) -> Option<TokenStream> {
    let text = text(model);
    let mut attribute = Text::default();
    attribute.code(format_args!("#[cfg_attr(doc, doc = {text:?})]"));
    (!text.is_empty()).then(|| attribute.into_tokens())
}

fn text(model: &Model) -> String {
    let mut text = String::new();
    let rows = model.cases.iter().filter_map(|case| match &case.kind {
        Kind::Entry(entry) if !entry.hidden => Some(row(model, case, entry)),
        _ => None,
    });
    for row in rows {
        if text.is_empty() {
            text.push_str("| Code | Status | Meaning |\n| --- | --- | --- |\n");
        }
        text.push_str(&row);
    }
    let inner: Vec<String> = included(model)
        .map(|field| code(&type_text(&field.ty)))
        .collect();
    if !inner.is_empty() {
        text.push_str(if text.is_empty() { "" } else { "\n" });
        text.push_str("All codes of ");
        text.push_str(&inner.join(", "));
        text.push_str(".\n");
    }
    text
}

fn row(model: &Model, case: &Case, entry: &Entry) -> String {
    let mut of_code = code(&entry.code.text);
    if case.variant.is_some() {
        of_code = format!("[{of_code}](#variant.{})", case.name);
    }
    let mut status = match &entry.status {
        Status::Number(number) => number.to_string(),
        Status::Named(name) => {
            let named = model.statuses.iter().find(|status| status.name == *name);
            let path = named.map(|status| status.path.to_token_stream().to_string());
            code(&path.unwrap_or_default().replace(' ', ""))
        }
    };
    if entry.status_field.is_some() {
        status.push_str(" or another");
    }
    let deprecated = entry.deprecated.as_ref().map_or("", |_| "Deprecated. ");
    let meaning = inline(&first_sentence(&entry.docs));
    format!("| {of_code} | {status} | {deprecated}{meaning} |\n")
}

/// The first sentence of a doc comment, on one line; nothing if it does not begin with a paragraph, or
/// if a macro makes it.
fn first_sentence(docs: &[Expr]) -> String {
    let mut paragraph = first_paragraph(docs).unwrap_or_default();
    if paragraph.starts_with(['#', '|', '>', '~', '-']) || paragraph.starts_with("```") {
        return String::new();
    }
    let end = paragraph.match_indices('.').find_map(|(dot, _)| {
        let before = &paragraph[..dot];
        let after = paragraph[dot + 1..].strip_prefix(' ')?;
        // Neither an abbreviation, nor code, nor what goes on in lower case is an end.
        let is_end = !after.starts_with(char::is_lowercase)
            && !is_abbreviation(before)
            && before.matches('`').count().is_multiple_of(2);
        is_end.then_some(dot + 1)
    });
    paragraph.truncate(end.unwrap_or(paragraph.len()));
    paragraph
}

/// The first paragraph of a doc comment, on one line.
fn first_paragraph(docs: &[Expr]) -> Option<String> {
    let mut paragraph = String::new();
    for doc in docs {
        for line in literal_text(doc)?.lines() {
            let line = line.trim();
            // The star of a block comment.
            let line = line.strip_prefix("* ").unwrap_or(line);
            match line {
                "" | "*" if paragraph.is_empty() => continue,
                "" | "*" => return Some(paragraph),
                _ if paragraph.is_empty() => {}
                _ => paragraph.push(' '),
            }
            paragraph.push_str(line);
        }
    }
    Some(paragraph)
}

/// Whether a text ends in letters with dots between them: `e.g`, `(i.e`.
fn is_abbreviation(text: &str) -> bool {
    let word = text.rsplit([' ', '(']).next().unwrap_or_default();
    word.contains('.') && word.split('.').all(|part| part.chars().count() == 1)
}

/// A line of Markdown for a cell: code and emphasis stay, a link is its text, and all that could be read
/// as something else, or be resolved, stands for itself.
fn inline(markdown: &str) -> String {
    let mut cell = String::with_capacity(markdown.len());
    let mut rest = markdown;
    let mut open_links = 0_usize;
    while let Some(at) = rest.bytes().position(is_special) {
        let special = char::from(rest.as_bytes()[at]);
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        cell.push_str(before);
        rest = after;
        match special {
            '`' => {
                let inside = after.trim_start_matches('`');
                let fence = "`".repeat(1 + after.len() - inside.len());
                match inside.split_once(&fence) {
                    Some((inside, after)) => {
                        cell.push_str(&code(inside.trim()));
                        rest = after;
                    }
                    None => {
                        cell.push_str(&entity('`').repeat(fence.len()));
                        rest = inside;
                    }
                }
            }
            '\\' if after.starts_with(|c: char| c.is_ascii_punctuation()) => {
                cell.push_str(&entity(char::from(after.as_bytes()[0])));
                rest = &after[1..];
            }
            '[' if is_link(before, after) => {
                open_links += 1;
                // An image is what it shows in words.
                if before.ends_with('!') {
                    cell.pop();
                }
            }
            ']' if open_links > 0 => {
                open_links -= 1;
                rest = without_target(after);
            }
            '\r' => cell.push(' '),
            ':' if !after.starts_with("//") => cell.push(':'),
            other => cell.push_str(&entity(other)),
        }
    }
    cell.push_str(rest);
    cell
}

/// Whether Markdown, a table or rustdoc may make something of a character.
fn is_special(byte: u8) -> bool {
    matches!(
        byte,
        b'`' | b'\\' | b'[' | b']' | b'|' | b'<' | b'>' | b':' | b'\r'
    )
}

/// Whether a bracket is that of a link: a target follows, or it has the path of an item in it and is no index.
fn is_link(before: &str, after: &str) -> bool {
    let is_index = before.ends_with(char::is_alphanumeric);
    after.split_once(']').is_some_and(|(shown, after)| {
        let is_path = shown.starts_with(|c: char| c == '`' || c.is_alphabetic());
        without_target(after).len() < after.len() || is_path && !is_index
    })
}

/// What follows the text of a link and its target, if it has one.
fn without_target(after: &str) -> &str {
    let close = match after.bytes().next() {
        Some(b'(') => ')',
        Some(b'[') => ']',
        _ => return after,
    };
    after.split_once(close).map_or(after, |(_, after)| after)
}

/// A text as code in a cell: a code span, or HTML where a span could be read in two ways.
fn code(text: &str) -> String {
    let is_odd = |byte| matches!(byte, b'`' | b'|' | b'\\' | ..=0x1f | 0x7f..);
    if !text.bytes().any(is_odd) && !text.is_empty() && text.trim() == text {
        return format!("`{text}`");
    }
    let mut html = String::from("<code>");
    for character in text.chars() {
        match character {
            c if c.is_control() => html.push('\u{fffd}'),
            c if c.is_ascii_punctuation() => html.push_str(&entity(c)),
            c => html.push(c),
        }
    }
    html + "</code>"
}

/// A character that means nothing but itself.
fn entity(character: char) -> String {
    format!("&#{};", u32::from(character))
}

#[cfg(test)]
mod tests;
