//! Names as documents spell them: headers, and anchors that a page has once.

use std::collections::HashSet;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// A header's name as it is usually written: `www-authenticate` is `WWW-Authenticate`.
pub(crate) fn header(name: &str) -> String {
    let words = name.split('-').map(|word| match word {
        "www" => "WWW".to_owned(),
        "etag" => "ETag".to_owned(),
        _ => {
            let mut rest = word.chars();
            let first = rest.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(rest).collect()
        }
    });
    words.collect::<Vec<_>>().join("-")
}

/// The anchors of one document.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    taken: HashSet<String>,
}

impl Anchors {
    /// The anchor of a code: the code itself, unless it is taken, or has white space, which no anchor
    /// may have.
    pub(crate) fn of_code(&mut self, code: &str, status: u16) -> String {
        let spaceless: String = code
            .chars()
            .map(|c| {
                if c.is_whitespace() || c.is_control() {
                    '-'
                } else {
                    c
                }
            })
            .collect();
        let anchor = match spaceless.as_str() {
            "" => "empty".to_owned(),
            _ => spaceless,
        };
        if self.taken.contains(&anchor) {
            return self.free(&format!("{anchor}-{status}"));
        }
        self.free(&anchor)
    }

    /// The anchor of a heading: its letters and digits in lower case, other characters as `-`.
    pub(crate) fn of_heading(&mut self, heading: &str) -> String {
        let lower = heading.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            self.free("errors")
        } else {
            self.free(&words.join("-"))
        }
    }

    fn free(&mut self, anchor: &str) -> String {
        let mut free = anchor.to_owned();
        let mut number = 2_usize;
        while !self.taken.insert(free.clone()) {
            free = format!("{anchor}-{number}");
            number += 1;
        }
        free
    }
}

/// A text as the name of a file, in URLs too.
pub(crate) fn file(text: &str) -> String {
    use std::fmt::Write as _;

    let mut file = String::with_capacity(text.len());
    for (at, byte) in text.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || b"-_".contains(&byte) || (byte == b'.' && at > 0) {
            file.push(char::from(byte));
        } else {
            let _ = write!(file, "~{byte:02x}");
        }
    }
    file
}

/// What a segment of a path can't have as it stands: all but the unreserved (RFC 3986, 2.3).
const RESERVED: AsciiSet = NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A text as a segment of a URL's path. The derive writes `{code}` in a `type` so.
pub(crate) fn segment(text: &str) -> String {
    utf8_percent_encode(text, &RESERVED).to_string()
}

/// A text as the fragment of a link: what RFC 3986 does not allow there is percent-encoded.
pub(crate) fn fragment(anchor: &str) -> String {
    use std::fmt::Write as _;

    let mut fragment = String::with_capacity(anchor.len());
    for byte in anchor.bytes() {
        // No brackets, quotes and `*`, which link syntax or emphasis might take.
        if byte.is_ascii_alphanumeric() || b"-._~:@!$+,;=/?".contains(&byte) {
            fragment.push(char::from(byte));
        } else {
            let _ = write!(fragment, "%{byte:02X}");
        }
    }
    fragment
}

#[cfg(test)]
mod tests {
    use super::{Anchors, fragment, header};

    #[test]
    fn headers_as_they_are_written() {
        assert_eq!(header("www-authenticate"), "WWW-Authenticate");
        assert_eq!(header("x-ratelimit-reset"), "X-Ratelimit-Reset");
        assert_eq!(header("Retry-After"), "Retry-After");
    }

    #[test]
    fn anchors_are_codes_and_unique() {
        let mut anchors = Anchors::default();
        assert_eq!(anchors.of_code("a|b", 400), "a|b");
        assert_eq!(anchors.of_code("a|b", 409), "a|b-409");
        assert_eq!(anchors.of_code("a|b", 409), "a|b-409-2");
        assert_eq!(anchors.of_code("a b", 400), "a-b");
        assert_eq!(anchors.of_code("", 400), "empty");
        assert_eq!(anchors.of_heading("HTTP: Errors!"), "http-errors");
        assert_eq!(anchors.of_heading("…"), "errors");
    }

    #[test]
    fn fragments_are_valid() {
        assert_eq!(fragment("KV:Raftstore:NotLeader"), "KV:Raftstore:NotLeader");
        assert_eq!(fragment("a|b_c é"), "a%7Cb_c%20%C3%A9");
    }
}
