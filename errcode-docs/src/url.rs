//! Percent-encoding: path segments, fragments, and file names that are safe in URLs.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A text as a file name that is safe in URLs: other bytes become `~` and two hexadecimal digits.
pub(crate) fn file_name(text: &str) -> String {
    use std::fmt::Write as _;

    let mut name = String::with_capacity(text.len());
    for (at, byte) in text.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || b"-_".contains(&byte) || (byte == b'.' && at > 0) {
            name.push(char::from(byte));
        } else {
            let _ = write!(name, "~{byte:02x}");
        }
    }
    name
}

/// All characters except the unreserved ones (RFC 3986, 2.3).
const RESERVED: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A text as a path segment. The derive encodes `{code}` in a `type` in the same way.
pub(crate) fn segment(text: &str) -> String {
    errcode_rules::uri::encode(text)
}

/// The characters that are encoded in a fragment (RFC 3986, 3.5). Brackets, quotes and `*` are included, because
/// they may be Markdown syntax.
const NO_FRAGMENT: AsciiSet = RESERVED
    .remove(b':')
    .remove(b'@')
    .remove(b'!')
    .remove(b'$')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b'/')
    .remove(b'?');

/// A text as the percent-encoded fragment of a link.
pub(crate) fn fragment(anchor: &str) -> String {
    utf8_percent_encode(anchor, &NO_FRAGMENT).to_string()
}

#[cfg(test)]
mod tests {
    use super::fragment;

    #[test]
    fn fragments_are_valid() {
        assert_eq!(fragment("KV:Raftstore:NotLeader"), "KV:Raftstore:NotLeader");
        assert_eq!(fragment("a|b_c é"), "a%7Cb_c%20%C3%A9");
    }
}
