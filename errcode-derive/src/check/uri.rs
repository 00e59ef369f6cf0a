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

/// What is wrong with a reference, and the one that was probably meant.
pub(super) struct Wrong {
    pub(super) message: String,
    pub(super) meant: String,
}

/// Judges the `type` of a problem.
pub(super) fn of_type(literal: &LitStr, errors: &mut Diagnostics) {
    let text = literal.value();
    let without_code = text.replace(CODE, "");
    if let Some(placeholder) = text::placeholder(&without_code) {
        let message = format!(
            "`{placeholder}` stands for nothing: a `type` is the same at every occurrence of an error"
        );
        errors.report(
            literal,
            message,
            format!("write `{CODE}` for the code, or leave it out"),
        );
    } else if let Err(Wrong { message, meant }) = read(&text) {
        errors.report(literal, message, format!("write `type = {meant:?}`"));
    }
}

/// A reference with a code in its place, percent-encoded as a URI demands.
pub(super) fn with_code(reference: &str, code: &Code) -> String {
    reference.replace(CODE, &encode(&code.text))
}

/// Reads a reference.
pub(super) fn read(text: &str) -> Result<(), Wrong> {
    let address = address(text);
    let fragment = text.find('#');
    let mut meant = String::new();
    let mut wrong = None;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let at = text.len() - rest.len();
        if let Some(after) = rest.strip_prefix(CODE) {
            meant.push_str(CODE);
            rest = after;
            continue;
        }
        let (piece, after) = rest.split_at(letter.len_utf8());
        let hex = |digits: &[u8]| digits.iter().all(u8::is_ascii_hexdigit);
        let is_right = match letter {
            '%' => after.as_bytes().get(..2).is_some_and(hex),
            '#' => fragment == Some(at),
            '[' | ']' => address.contains(&at),
            _ => is_allowed(letter),
        };
        rest = after;
        if is_right {
            meant.push(letter);
            continue;
        }
        wrong.get_or_insert((letter, at));
        if let Some(after) = after.strip_prefix("code").filter(|_| letter == '{') {
            meant.push_str(CODE);
            rest = after;
        } else {
            meant.push_str(&encode(piece));
        }
    }
    if let Some((letter, at)) = wrong {
        let what = match letter {
            '#' => "a second `#`".to_owned(),
            letter => quoted(letter.escape_debug()),
        };
        let message = format!("{what} at byte {at} is not allowed in a URI reference (RFC 3986)");
        let has_no_scheme = scheme(&meant).is_some_and(|scheme| !is_scheme(scheme));
        let meant = if has_no_scheme {
            format!("./{meant}")
        } else {
            meant
        };
        return Err(Wrong { message, meant });
    }
    match scheme(text) {
        Some(scheme) if !is_scheme(scheme) => Err(Wrong {
            message: format!(
                "`{scheme}` is not a scheme; that is a letter, then letters, digits, `+`, `-` and `.` (RFC 3986, 3.1)"
            ),
            meant: format!("./{text}"),
        }),
        _ => Ok(()),
    }
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

/// Where the IP address in brackets is, if the host is one.
fn address(text: &str) -> Range<usize> {
    let path = scheme(text).map_or(0, |scheme| scheme.len() + 1);
    let Some(authority) = text[path..].strip_prefix("//") else {
        return 0..0;
    };
    let end = authority.find(['/', '?', '#']).unwrap_or(authority.len());
    let host = authority[..end].rfind('@').map_or(0, |at| at + 1);
    let start = path + 2 + host;
    let inside = authority[host..end].strip_prefix('[');
    match inside.and_then(|inside| inside.split_once(']')) {
        Some((inside, port))
            if is_address(inside) && (port.is_empty() || port.starts_with(':')) =>
        {
            start..start + inside.len() + 2
        }
        _ => 0..0,
    }
}

/// Whether a text is an IP address that stands in brackets.
fn is_address(text: &str) -> bool {
    let is_future = |text: &str| {
        text.split_once('.').is_some_and(|(version, address)| {
            u64::from_str_radix(version, 16).is_ok()
                && !address.is_empty()
                && address
                    .chars()
                    .all(|letter| is_allowed(letter) && !"%/?@".contains(letter))
        })
    };
    text.parse::<Ipv6Addr>().is_ok() || text.strip_prefix(['v', 'V']).is_some_and(is_future)
}

/// Whether a letter may stand anywhere.
fn is_allowed(letter: char) -> bool {
    is_unreserved(letter) || ":/?@!$&'()*+,;=".contains(letter)
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
            "//[v7.a:b]?c",
        ] {
            assert!(read(right).is_ok(), "{right}");
        }
        for (wrong, meant) in [
            ("https://x/{code", "https://x/{code}"),
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
            ("//[v.a]", "//%5Bv.a%5D"),
            ("//[v1.a%41]", "//%5Bv1.a%41%5D"),
            ("//[v1.[]", "//%5Bv1.%5B%5D"),
            ("http://[::12]:]", "http://[::12]:%5D"),
            ("http://[::1]/a]b", "http://[::1]/a%5Db"),
            ("/[::1]", "/%5B::1%5D"),
            ("https://x/{code}?a=[b]", "https://x/{code}?a=%5Bb%5D"),
        ] {
            assert_eq!(read(wrong).err().unwrap().meant, meant, "{wrong}");
            assert!(read(meant).is_ok(), "{meant}");
        }
    }
}
