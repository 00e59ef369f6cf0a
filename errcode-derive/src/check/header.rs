//! Response headers: names and values that may be sent, and statuses that demand one.

use errcode_rules::header::{
    FRAMING, MANDATORY, SINGLETON, is_among, is_name_character, is_value_character,
};
use syn::LitStr;

use crate::diagnostics::Errors;

/// Judges the second of two fixed headers that have one name.
pub(super) fn repeated(literal: &LitStr, errors: &mut Errors) {
    let text = literal.value();
    if is_among(SINGLETON, &text) {
        errors.at(
            literal,
            format!("`{text}` has one value (RFC 9110, 5.3), and there is one already\n  help: remove one of them"),
        );
    }
}

/// Judges the name of a header, and gives it in lower case.
pub(super) fn name(literal: &LitStr, errors: &mut Errors) -> String {
    let text = literal.value();
    let lower = text.to_ascii_lowercase();
    let wrong = text
        .char_indices()
        .find(|(_, letter)| !is_name_character(*letter));
    if text.is_empty() {
        errors.at(
            literal,
            "a header needs a name\n  help: write `\"Retry-After\"`, say",
        );
    } else if let Some((at, letter)) = wrong {
        let letter = letter.escape_debug();
        let words: Vec<&str> = text
            .split(|letter| !is_name_character(letter))
            .filter(|word| !word.is_empty())
            .collect();
        // A word that loses its letters is another one.
        let mend = if text.is_ascii() && !words.is_empty() {
            format!("`{:?}`", words.join("-"))
        } else {
            "a name of `A-Z a-z 0-9 ! # $ % & ' * + - . ^ _ | ~` alone".to_owned()
        };
        errors.at(
            literal,
            format!("`{letter}` at byte {at} is not allowed in a header name (RFC 9110, 5.6.2)\n  help: write {mend}"),
        );
    } else if lower == "content-type" {
        errors.at(literal, "`Content-Type` is decided by the format\n  help: set `CONTENT_TYPE` in your own `Format`");
    } else if is_among(FRAMING, &lower) {
        errors.at(
            literal,
            format!("`{text}` frames the message: only the server may set it\n  help: remove it"),
        );
    }
    lower
}

/// Judges the value of a header.
pub(super) fn value(literal: &LitStr, errors: &mut Errors) {
    let text = literal.value();
    let wrong = text
        .char_indices()
        .find(|(_, letter)| !is_value_character(*letter));
    if let Some((at, letter)) = wrong {
        let letter = letter.escape_debug();
        errors.at(literal, format!("`{letter}` at byte {at} is not allowed in a header value\n  help: write visible ASCII, spaces and tabs alone"));
    }
}

/// The statuses that demand a header which is not among these names.
pub(super) fn demanding<'a>(has: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = u16> + 'a {
    let missing = MANDATORY
        .iter()
        .filter(move |mandatory| !has(&mandatory.name.to_ascii_lowercase()));
    missing.map(|mandatory| mandatory.status)
}
