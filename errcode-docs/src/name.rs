//! Names as documents spell them: headers, files, types, and what a page has once, such as anchors.

use std::collections::{HashMap, HashSet};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use unicode_ident::{is_xid_continue, is_xid_start};

use crate::model::{Code, Document, ErrorDoc, Group};

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

/// Names that are each given once.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// The names that are taken, and the number that is tried next for each.
    taken: HashMap<String, usize>,
}

impl Names {
    /// Takes a name, if it is free.
    pub(crate) fn take(&mut self, name: &str) -> bool {
        let is_free = !self.taken.contains_key(name);
        if is_free {
            self.taken.insert(name.to_owned(), 2);
        }
        is_free
    }

    /// The name, or the name with the first number that makes it free: `name-2`.
    pub(crate) fn free(&mut self, name: &str, separator: char) -> String {
        if self.take(name) {
            return name.to_owned();
        }
        let mut number = self.taken.get(name).copied().unwrap_or(2);
        loop {
            let free = format!("{name}{separator}{number}");
            number += 1;
            if self.take(&free) {
                self.taken.insert(name.to_owned(), number);
                return free;
            }
        }
    }
}

/// The anchors of one document.
#[derive(Debug, Default)]
pub(crate) struct Anchors {
    names: Names,
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
        if self.names.take(&anchor) {
            return anchor;
        }
        self.names.free(&format!("{anchor}-{status}"), '-')
    }

    /// The anchor of a heading: its letters and digits in lower case, other characters as `-`.
    pub(crate) fn of_heading(&mut self, heading: &str) -> String {
        let lower = heading.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let anchor = match words.as_slice() {
            [] => "errors".to_owned(),
            words => words.join("-"),
        };
        self.names.free(&anchor, '-')
    }
}

/// An error with its group and the name of its type, in TypeScript and in OpenAPI.
pub(crate) type Named<'a> = (&'a Group, &'a ErrorDoc, String);

/// What a name is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letters {
    /// Those of `OpenAPI`, which knows no others in the names of components.
    Ascii,
    /// Those of an identifier in TypeScript.
    All,
}

impl Letters {
    fn have(self, c: char) -> bool {
        match self {
            Self::Ascii => c.is_ascii_alphanumeric(),
            // What joins words parts them here.
            Self::All => is_xid_continue(c) && c.is_alphanumeric(),
        }
    }
}

/// The errors with names that nothing else has.
pub(crate) fn named(document: &Document, letters: Letters) -> Vec<Named<'_>> {
    let reserved = [
        "ApiError",
        "KnownError",
        "UnknownError",
        "ErrorCode",
        "Errors",
        "Array",
        "ReadonlyArray",
        "Object",
        "String",
        "Number",
        "Boolean",
        "Record",
        "Extract",
        "Error",
    ];
    let mut names = Names::default();
    for name in reserved {
        names.take(name);
    }
    let mut formats: HashMap<u16, HashSet<_>> = HashMap::new();
    for group in &document.groups {
        for error in &group.errors {
            let known = formats.entry(error.status).or_default();
            known.insert((&group.format, &group.content_type));
            names.take(&of_status(error.status, known.len()));
        }
    }
    let mut errors = Vec::new();
    for group in &document.groups {
        for error in &group.errors {
            let name = pascal(&error.code, letters);
            let free = if names.take(&name) {
                name
            } else {
                names.free(&format!("{name}{}", error.status), '_')
            };
            errors.push((group, error, free));
        }
    }
    errors
}

/// What `OpenAPI` calls the bodies of a status in one of its formats, which are counted from one.
pub(crate) fn of_status(status: u16, format: usize) -> String {
    match format {
        0 | 1 => format!("Error{status}"),
        _ => format!("Error{status}_{format}"),
    }
}

/// A code as the name of a type: `KV:Raftstore:NotLeader` is `KVRaftstoreNotLeader`.
fn pascal(code: &Code, letters: Letters) -> String {
    let text = match code {
        Code::Number(number) => format!("Error{number}").replace('-', "Minus"),
        Code::Text(text) => text.clone(),
    };
    let mut name = String::new();
    let shouts = !text.chars().any(char::is_lowercase);
    for word in text.split(|c| !letters.have(c)) {
        let mut rest = word.chars();
        name.extend(rest.next().into_iter().flat_map(char::to_uppercase));
        for letter in rest {
            if shouts {
                name.extend(letter.to_lowercase());
            } else {
                name.push(letter);
            }
        }
    }
    match name.chars().next() {
        Some(first) if !is_xid_start(first) => format!("Error{name}"),
        Some(_) => name,
        None => "Unnamed".to_owned(),
    }
}

/// What a heading is linked to as, as GitHub and most documentation sites do: letters, digits, `_` and `-` in lower
/// case, with `-` for white space.
pub(crate) fn slug(heading: &str) -> String {
    let lower = heading.trim().to_lowercase();
    let kept = lower.chars().filter_map(|c| match c {
        c if c.is_alphanumeric() || c == '_' || c == '-' => Some(c),
        c if c.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.collect()
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

/// A text as a segment of a URL's path, as the derive writes `{code}` in a `type`.
pub(crate) fn segment(text: &str) -> String {
    errcode_rules::uri::encode(text)
}

/// What a fragment can't have as it stands (RFC 3986, 3.5), and brackets, quotes and `*`, which link
/// syntax or emphasis might take.
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

/// A text as the fragment of a link: what may not stand there is percent-encoded.
pub(crate) fn fragment(anchor: &str) -> String {
    utf8_percent_encode(anchor, &NO_FRAGMENT).to_string()
}

#[cfg(test)]
mod tests {
    use super::{Anchors, Letters, fragment, header, pascal};
    use crate::model::Code;

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
    fn names_have_the_letters_of_their_language() {
        for (code, all, ascii) in [
            ("ошибка_日本", "Ошибка日本", "Unnamed"),
            ("GRÖSSE_FEHLT", "GrösseFehlt", "GrSseFehlt"),
            ("٣_a", "Error٣A", "A"),
            ("a²ⓐb", "AB", "AB"),
            ("e\u{301}t\u{e9}", "ETé", "ET"),
            ("KV:Not-Leader", "KVNotLeader", "KVNotLeader"),
            ("🙂", "Unnamed", "Unnamed"),
        ] {
            let code = Code::Text(code.to_owned());
            assert_eq!(pascal(&code, Letters::All), all);
            assert_eq!(pascal(&code, Letters::Ascii), ascii);
        }
    }

    #[test]
    fn fragments_are_valid() {
        assert_eq!(fragment("KV:Raftstore:NotLeader"), "KV:Raftstore:NotLeader");
        assert_eq!(fragment("a|b_c é"), "a%7Cb_c%20%C3%A9");
    }
}
