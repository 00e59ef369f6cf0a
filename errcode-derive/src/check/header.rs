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
    let wrong = text
        .char_indices()
        .find(|(_, letter)| !is_name_character(*letter));
    if text.is_empty() {
        errors.report(literal, "a header needs a name", "write `\"Retry-After\"`");
    } else if let Some((at, letter)) = wrong {
        let letter = letter.escape_debug();
        let words: Vec<&str> = text
            .split(|letter| !is_name_character(letter))
            .filter(|word| !word.is_empty())
            .collect();
        // A word that loses its letters is another one.
        let help = if text.is_ascii() && !words.is_empty() {
            format!("write `{:?}`", words.join("-"))
        } else {
            "use only the characters `A-Z a-z 0-9 ! # $ % & ' * + - . ^ _ | ~`".to_owned()
        };
        let message =
            format!("`{letter}` at byte {at} is not allowed in a header name (RFC 9110, 5.6.2)");
        errors.report(literal, message, help);
    } else if lower == "content-type" {
        let help = "set `CONTENT_TYPE` in your own `Format`";
        errors.report(literal, "`Content-Type` is decided by the format", help);
    } else if is_among(FORBIDDEN, &lower) {
        let message = format!("`{text}` belongs to another message, or is set by the server");
        errors.report(literal, message, "remove it");
    } else if is_among(FRAMING, &lower) {
        let message = format!("`{text}` frames the message: only the server may set it");
        errors.report(literal, message, "remove it");
    }
    lower
}

/// Judges the value of a header, whose name is in lower case.
pub(super) fn value(name: &str, literal: &LitStr, errors: &mut Diagnostics) {
    let text = literal.value();
    let wrong = text
        .char_indices()
        .find(|(_, letter)| !is_value_character(*letter));
    if let Some((at, letter)) = wrong {
        let letter = letter.escape_debug();
        let message = format!("`{letter}` at byte {at} is not allowed in a header value");
        errors.report(literal, message, "use only visible ASCII, spaces and tabs");
    } else if let Some(placeholder) = text::placeholder(&text) {
        let message =
            format!("a fixed header has one value, in which `{placeholder}` stands for nothing");
        errors.report(
            literal,
            message,
            "mark a field with the header's name, `#[api(header = \"...\")]`",
        );
    } else if let Some((rule, meant)) = header_value::wrong(name, &text) {
        let message = format!("the value of `{name}` is {rule}");
        errors.report(literal, message, format!("write `{meant:?}`"));
    }
}
