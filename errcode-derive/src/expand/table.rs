//! The table of codes and statuses on the rustdoc page of a type. Rustdoc prints the documents of the variants itself.

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::entries::included;
use super::text::{Text, type_text};
use crate::model::{Case, Entry, Kind, Model, Status};

/// A `doc` attribute with the table. Only rustdoc sees it, so the compiled crate does not contain the text.
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
            text.push_str("| Code | Status |\n| --- | --- |\n");
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
    format!("| {of_code} | {status} |\n")
}

/// A text as code in a cell: a code span, or HTML if Markdown could read the span in another way.
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

/// A character as an HTML entity, so that it has no meaning in Markdown or HTML.
fn entity(character: char) -> String {
    format!("&#{};", u32::from(character))
}

#[cfg(test)]
mod tests;
