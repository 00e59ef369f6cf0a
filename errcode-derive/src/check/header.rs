//! Response headers: names and values that may be sent.

use errcode_rules::header::{
    FORBIDDEN, FRAMING, SINGLETON, is_among, is_name_character, is_value_character,
};
use syn::LitStr;

use super::{header_value, text};
use crate::diagnostics::Diagnostics;
use crate::parse::Keyed;
use crate::parse::shape::HeaderValue;

/// The fixed headers of a variant or a type: names in lower case, and values.
pub(super) fn fixed(
    headers: &[Keyed<HeaderValue>],
    errors: &mut Diagnostics,
) -> Vec<(String, String)> {
    let mut fixed: Vec<(String, String)> = Vec::new();
    for header in headers {
        let HeaderValue {
            name: at,
            value: text,
        } = &header.value;
        let name = name(at, errors);
        value(&name, text, errors);
        if is_among(SINGLETON, &name) && fixed.iter().any(|(known, _)| *known == name) {
            let message = format!(
                "`{}` has one value (RFC 9110, 5.3), and there is one already",
                at.value()
            );
            errors.report(at, message, "remove one of them");
        }
        fixed.push((name, text.value()));
    }
    fixed
}

/// Judges the name of a header, and gives it in lower case.
pub(super) fn name(literal: &LitStr, errors: &mut Diagnostics) -> String {
    let text = literal.value();
    let lower = text.to_ascii_lowercase();
    let mut letters = text.char_indices();
    let wrong = letters.find(|(_, letter)| !is_name_character(*letter));
    let words = text.split(|letter| !is_name_character(letter));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let fitting = format!("write `{:?}`", words.join("-"));
    let (message, help) = if text.is_empty() {
        (
            "a header needs a name".to_owned(),
            "write `\"Retry-After\"`",
        )
    } else if let Some((at, letter)) = wrong {
        let letter = letter.escape_debug();
        (
            format!("`{letter}` at byte {at} is not allowed in a header name (RFC 9110, 5.6.2)"),
            // A word that loses its letters is another one.
            if text.is_ascii() && !words.is_empty() {
                &*fitting
            } else {
                "use only the characters `A-Z a-z 0-9 ! # $ % & ' * + - . ^ _ | ~`"
            },
        )
    } else if lower == "content-type" {
        (
            "`Content-Type` is decided by the format".to_owned(),
            "set `CONTENT_TYPE` in your own `Format`",
        )
    } else if is_among(FORBIDDEN, &lower) {
        (
            format!("`{text}` belongs to another message, or is set by the server"),
            "remove it",
        )
    } else if is_among(FRAMING, &lower) {
        (
            format!("`{text}` frames the message: only the server may set it"),
            "remove it",
        )
    } else {
        return lower;
    };
    errors.report(literal, message, help);
    lower
}

/// Judges the value of a header, whose name is in lower case.
pub(super) fn value(name: &str, literal: &LitStr, errors: &mut Diagnostics) {
    let text = literal.value();
    let mut letters = text.char_indices();
    let wrong = letters.find(|(_, letter)| !is_value_character(*letter));
    let (message, help) = if let Some((at, letter)) = wrong {
        let letter = letter.escape_debug();
        (
            format!("`{letter}` at byte {at} is not allowed in a header value"),
            "use only visible ASCII, spaces and tabs".to_owned(),
        )
    } else if let Some(placeholder) = text::placeholder(&text) {
        (
            format!("a fixed header has one value, in which `{placeholder}` stands for nothing"),
            "mark a field with the header's name, `#[api(header = \"...\")]`".to_owned(),
        )
    } else if let Some((rule, sample)) = header_value::wrong(name, &text) {
        (
            format!("the value of `{name}` is {rule}"),
            format!("for example, `{sample:?}`"),
        )
    } else {
        return;
    };
    errors.report(literal, message, help);
}
