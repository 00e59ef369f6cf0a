//! URI references (RFC 3986), in which `{code}` may stand for a code.

use std::net::Ipv6Addr;
use std::ops::Range;

use errcode_rules::uri::{encode, is_unreserved};
use syn::LitStr;

use super::text;
use crate::diagnostics::{Diagnostics, quoted};
use crate::model::Code;

/// What stands for the code.
const CODE: &str = "{code}";

/// Judges the `type` of a problem.
pub(super) fn of_type(literal: &LitStr, errors: &mut Diagnostics) {
    let text = literal.value();
    let without_code = text.replace(CODE, "");
    if let Some(placeholder) = text::placeholder(&without_code) {
        let message = format!(
            "`{placeholder}` stands for nothing: a `type` is the same at every occurrence of an error"
        );
        let help = format!("write `{CODE}` for the code, or leave it out");
        errors.report(literal, message, help);
    } else if let Some((message, meant)) = wrong(&text) {
        errors.report(literal, message, format!("write `type = {meant:?}`"));
    }
}

/// A reference with a code in its place, percent-encoded as a URI demands.
pub(super) fn with_code(reference: &str, code: &Code) -> String {
    reference.replace(CODE, &encode(&code.text))
}

/// What is wrong with a reference, and a reference that is right.
pub(super) fn wrong(text: &str) -> Option<(String, String)> {
    // As long as the text, and without braces that are right.
    let plain = text.replace(CODE, "-code-");
    let address = address(&plain);
    let fragment = plain.find('#');
    let is_right = |at: usize, letter: char| match letter {
        '%' => {
            let digits = plain.as_bytes().get(at + 1..at + 3);
            digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
        }
        '#' => fragment == Some(at),
        '[' | ']' => address.contains(&at),
        _ => is_unreserved(letter) || ":/?@!$&'()*+,;=".contains(letter),
    };
    let mut meant = String::new();
    let mut first = None;
    for (at, letter) in plain.char_indices() {
        let written = &text[at..at + letter.len_utf8()];
        if is_right(at, letter) {
            meant += written;
        } else {
            meant += &encode(written);
            first.get_or_insert((at, letter));
        }
    }
    let other_scheme = scheme(&meant).filter(|scheme| !is_scheme(scheme));
    let message = match (first, other_scheme) {
        (Some((at, letter)), _) => {
            let letter = quoted(letter.escape_debug());
            format!("{letter} at byte {at} is not allowed in a URI reference (RFC 3986)")
        }
        (None, Some(scheme)) => format!(
            "`{scheme}` is not a scheme; that is a letter, then letters, digits, `+`, `-` and `.` (RFC 3986, 3.1)"
        ),
        (None, None) => return None,
    };
    let prefix = if other_scheme.is_some() { "./" } else { "" };
    Some((message, format!("{prefix}{meant}")))
}

/// What stands before the first colon, unless that belongs to a path, query or fragment.
fn scheme(text: &str) -> Option<&str> {
    let end = text.find([':', '/', '?', '#'])?;
    text[end..].starts_with(':').then(|| &text[..end])
}

fn is_scheme(text: &str) -> bool {
    let is_in_scheme = |letter: char| letter.is_ascii_alphanumeric() || "+-.".contains(letter);
    text.starts_with(|first: char| first.is_ascii_alphabetic()) && text.chars().all(is_in_scheme)
}

/// Where the IPv6 address in brackets is, if the host is one.
fn address(text: &str) -> Range<usize> {
    let path = scheme(text).map_or(0, |scheme| scheme.len() + 1);
    let Some(authority) = text[path..].strip_prefix("//") else {
        return 0..0;
    };
    let end = authority.find(['/', '?', '#']).unwrap_or(authority.len());
    let host = authority[..end].rfind('@').map_or(0, |at| at + 1);
    let inside = authority[host..end].strip_prefix('[');
    let (address, port) = inside
        .and_then(|inside| inside.split_once(']'))
        .unwrap_or_default();
    let is_right =
        address.parse::<Ipv6Addr>().is_ok() && (port.is_empty() || port.starts_with(':'));
    let start = path + 2 + host;
    start..start + if is_right { address.len() + 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_those_of_rfc_3986() {
        for right in [
            "",
            "{code}",
            "/errors/{code}",
            "#{code}",
            "#",
            "a?b#c?d/e:f",
            "urn:x:{code}",
            "about:blank",
            "a.b/c:d",
            "./1:2",
            "?a:b",
            "//x/y",
            "mailto:a@b",
            "https://u@x:1/%7B%7d",
            "http://[::1]",
            "http://u@[::1]:80/a",
        ] {
            assert!(wrong(right).is_none(), "{right}");
        }
        for (text, meant) in [
            ("https://x/{code", "https://x/%7Bcode"),
            ("https://x/code}", "https://x/code%7D"),
            ("https://x/{", "https://x/%7B"),
            ("https://x/}", "https://x/%7D"),
            ("https://x/%7", "https://x/%257"),
            ("https://x/a b", "https://x/a%20b"),
            ("https://a/b#c#{code}", "https://a/b#c%23{code}"),
            ("::", "./::"),
            ("1http://x", "./1http://x"),
            ("{code}:a", "./{code}:a"),
            ("ä:b", "./%C3%A4:b"),
            ("a_b:c", "./a_b:c"),
            ("http://[::1", "http://%5B::1"),
            ("http://[::1/a", "http://%5B::1/a"),
            ("http://[x]", "http://%5Bx%5D"),
            ("http://[::1]x", "http://%5B::1%5Dx"),
            ("http://[::12]:]", "http://[::12]:%5D"),
            ("http://[::1]/a]b", "http://[::1]/a%5Db"),
            ("/[::1]", "/%5B::1%5D"),
            ("https://x/{code}?a=[b]", "https://x/{code}?a=%5Bb%5D"),
        ] {
            assert_eq!(wrong(text).unwrap().1, meant, "{text}");
            assert_eq!(wrong(meant), None, "{meant}");
        }
    }
}
