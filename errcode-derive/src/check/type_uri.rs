//! The `type` of a problem: a URI reference (RFC 3986), with the code in its place.

use syn::LitStr;

use crate::errors::Errors;
use crate::model::Code;

/// What stands for the code.
const CODE: &str = "{code}";

/// Judges a reference where it is written.
pub(super) fn judge(literal: &LitStr, errors: &mut Errors) {
    let text = literal.value();
    let mut mended = String::new();
    let mut wrong = None;
    let mut rest = text.as_str();
    while let Some(letter) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix(CODE) {
            mended.push_str(CODE);
            rest = after;
            continue;
        }
        let (piece, after) = rest.split_at(letter.len_utf8());
        if let Some((name, _)) = after.split_once('}').filter(|_| letter == '{') {
            let message = format!(
                "`{{{name}}}` stands for nothing: a `type` is the same at every occurrence of an error\n  help: write `{CODE}` for its code, or leave it out"
            );
            errors.at(literal, message);
            return;
        }
        let hex = |digits: &[u8]| digits.iter().all(u8::is_ascii_hexdigit);
        let encodes = after.as_bytes().get(..2).is_some_and(hex);
        if is_allowed(letter) && (letter != '%' || encodes) {
            mended.push(letter);
        } else {
            wrong.get_or_insert((letter.escape_debug(), text.len() - rest.len()));
            mended.push_str(&percent_encoded(piece));
        }
        rest = after;
    }
    if let Some((letter, at)) = wrong {
        let message = format!(
            "`{letter}` at byte {at} is not allowed in a URI reference (RFC 3986)\n  help: write `type = {mended:?}`"
        );
        errors.at(literal, message);
    }
}

fn is_allowed(letter: char) -> bool {
    is_unreserved(letter) || "%:/?#[]@!$&'()*+,;=".contains(letter)
}

fn is_unreserved(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-._~".contains(letter)
}

/// A reference with the code in its place, percent-encoded as a URI demands.
pub(super) fn with_code(reference: &LitStr, code: &Code) -> String {
    reference
        .value()
        .replace(CODE, &percent_encoded(&code.text))
}

fn percent_encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match char::from(byte) {
            letter if is_unreserved(letter) => letter.to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
