//! Names of types in TypeScript and of components in OpenAPI.

use std::collections::{HashMap, HashSet};

use unicode_ident::{is_xid_continue, is_xid_start};

use crate::model::entry::{Code, Entry};
use crate::model::{Document, Group};
use crate::unique_names::Names;

/// An entry with its group and the name of its type.
pub(crate) type Named<'a> = (&'a Group, &'a Entry, String);

/// The characters that a name may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Letters {
    /// ASCII letters and digits, for the names of OpenAPI components.
    Ascii,
    /// Letters and digits of a TypeScript identifier.
    All,
}

impl Letters {
    fn contain(self, c: char) -> bool {
        match self {
            Self::Ascii => c.is_ascii_alphanumeric(),
            // Characters such as `_` only separate words here.
            Self::All => is_xid_continue(c) && c.is_alphanumeric(),
        }
    }
}

/// The entries, each with a unique name.
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
        names.try_insert(name);
    }
    let mut formats: HashMap<Option<u16>, HashSet<_>> = HashMap::new();
    for group in &document.groups {
        for error in &group.errors {
            for status in response_keys(error) {
                let known = formats.entry(status).or_default();
                known.insert((&group.format, &group.content_type));
                names.try_insert(&status_component(status, known.len()));
            }
        }
    }
    let mut errors = Vec::new();
    for group in &document.groups {
        for error in &group.errors {
            let name = pascal(&error.code, letters);
            let free = if names.try_insert(&name) {
                name
            } else {
                names.insert(&format!("{name}{}", error.status), '_')
            };
            errors.push((group, error, free));
        }
    }
    errors
}

/// The statuses of the OpenAPI responses that have an error: each known status, and `None` for the response of all other
/// statuses.
pub(crate) fn response_keys(error: &Entry) -> impl Iterator<Item = Option<u16>> {
    let known = error.known_statuses().iter().copied().map(Some);
    known.chain(error.status_varies.then_some(None))
}

/// The name of the OpenAPI schema for the bodies of a status, or of all other statuses. Formats are numbered from one.
pub(crate) fn status_component(status: Option<u16>, format: usize) -> String {
    let status = status.map_or_else(|| "Default".to_owned(), |status| status.to_string());
    match format {
        0 | 1 => format!("Error{status}"),
        _ => format!("Error{status}_{format}"),
    }
}

/// A code in Pascal case: `KV:Raftstore:NotLeader` becomes `KVRaftstoreNotLeader`.
fn pascal(code: &Code, letters: Letters) -> String {
    let text = match code {
        Code::Number(number) => format!("Error{number}").replace('-', "Minus"),
        Code::Text(text) => text.clone(),
    };
    let mut name = String::new();
    let is_upper_case = !text.chars().any(char::is_lowercase);
    for word in text.split(|c| !letters.contain(c)) {
        let mut rest = word.chars();
        name.extend(rest.next().into_iter().flat_map(char::to_uppercase));
        for letter in rest {
            if is_upper_case {
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

#[cfg(test)]
mod tests {
    use super::{Letters, pascal};
    use crate::model::entry::Code;

    #[test]
    fn names_have_only_allowed_characters() {
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
}
