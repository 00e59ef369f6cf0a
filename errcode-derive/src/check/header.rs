//! Response headers: names and values that may be sent, and statuses that demand one.

use syn::LitStr;

use crate::diagnostics::Errors;

/// What only the server may set: framing, and what the format decides.
const NOT_YOURS: [&str; 8] = [
    "connection",
    "content-length",
    "content-type",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
];

/// The headers that RFC 9110 makes mandatory (15.5.2, 15.5.6, 15.5.8, 15.5.22).
const MANDATORY: [(u16, &str, &str); 4] = [
    (
        401,
        "WWW-Authenticate",
        "challenge = \"Bearer\"` on the type, or `header(\"WWW-Authenticate\" = \"Bearer\")",
    ),
    (405, "Allow", "header(\"Allow\" = \"GET, HEAD\")"),
    (
        407,
        "Proxy-Authenticate",
        "header(\"Proxy-Authenticate\" = \"Basic\")",
    ),
    (426, "Upgrade", "header(\"Upgrade\" = \"HTTP/2.0\")"),
];

/// Headers that have one value, which no list of several can stand for (RFC 9110, 5.3).
const SINGLE: [&str; 9] = [
    "age",
    "content-location",
    "content-range",
    "date",
    "etag",
    "expires",
    "last-modified",
    "location",
    "retry-after",
];

/// Judges the second of two fixed headers that have one name.
pub(super) fn repeated(literal: &LitStr, errors: &mut Errors) {
    let text = literal.value();
    if SINGLE.contains(&text.to_ascii_lowercase().as_str()) {
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
    let wrong = text.char_indices().find(|(_, letter)| !is_token(*letter));
    if text.is_empty() {
        errors.at(
            literal,
            "a header needs a name\n  help: write `\"Retry-After\"`, say",
        );
    } else if let Some((at, letter)) = wrong {
        let letter = letter.escape_debug();
        let words: Vec<&str> = text
            .split(|letter| !is_token(letter))
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
    } else if NOT_YOURS.contains(&lower.as_str()) {
        errors.at(
            literal,
            format!("`{text}` frames the message: only the server may set it\n  help: remove it"),
        );
    }
    lower
}

fn is_token(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(letter)
}

/// Judges the value of a header.
pub(super) fn value(literal: &LitStr, errors: &mut Errors) {
    let text = literal.value();
    let wrong = text
        .char_indices()
        .find(|(_, letter)| !matches!(letter, '\t' | ' '..='~'));
    if let Some((at, letter)) = wrong {
        let letter = letter.escape_debug();
        errors.at(literal, format!("`{letter}` at byte {at} is not allowed in a header value\n  help: write visible ASCII, spaces and tabs alone"));
    }
}

/// The header that a status demands, and how to give it.
pub(super) fn mandatory(status: u16) -> Option<(&'static str, &'static str)> {
    let found = MANDATORY
        .iter()
        .find(|(demanding, ..)| *demanding == status);
    found.map(|(_, name, mend)| (*name, *mend))
}

/// The statuses that demand a header which is not among these names.
pub(super) fn demanding<'a>(has: impl Fn(&str) -> bool + 'a) -> impl Iterator<Item = u16> + 'a {
    let missing = MANDATORY
        .iter()
        .filter(move |(_, name, _)| !has(&name.to_ascii_lowercase()));
    missing.map(|(status, ..)| *status)
}
