//! The names of statuses: reason phrases, and the constants that are called after them.

use syn::Path;
use syn::ext::IdentExt;

use crate::diagnostics::distance;

/// The registered statuses of errors, by the constants of `http::StatusCode`.
const STATUSES: [(u16, &str); 40] = [
    (400, "BAD_REQUEST"),
    (401, "UNAUTHORIZED"),
    (402, "PAYMENT_REQUIRED"),
    (403, "FORBIDDEN"),
    (404, "NOT_FOUND"),
    (405, "METHOD_NOT_ALLOWED"),
    (406, "NOT_ACCEPTABLE"),
    (407, "PROXY_AUTHENTICATION_REQUIRED"),
    (408, "REQUEST_TIMEOUT"),
    (409, "CONFLICT"),
    (410, "GONE"),
    (411, "LENGTH_REQUIRED"),
    (412, "PRECONDITION_FAILED"),
    (413, "PAYLOAD_TOO_LARGE"),
    (414, "URI_TOO_LONG"),
    (415, "UNSUPPORTED_MEDIA_TYPE"),
    (416, "RANGE_NOT_SATISFIABLE"),
    (417, "EXPECTATION_FAILED"),
    (418, "IM_A_TEAPOT"),
    (421, "MISDIRECTED_REQUEST"),
    (422, "UNPROCESSABLE_ENTITY"),
    (423, "LOCKED"),
    (424, "FAILED_DEPENDENCY"),
    (425, "TOO_EARLY"),
    (426, "UPGRADE_REQUIRED"),
    (428, "PRECONDITION_REQUIRED"),
    (429, "TOO_MANY_REQUESTS"),
    (431, "REQUEST_HEADER_FIELDS_TOO_LARGE"),
    (451, "UNAVAILABLE_FOR_LEGAL_REASONS"),
    (500, "INTERNAL_SERVER_ERROR"),
    (501, "NOT_IMPLEMENTED"),
    (502, "BAD_GATEWAY"),
    (503, "SERVICE_UNAVAILABLE"),
    (504, "GATEWAY_TIMEOUT"),
    (505, "HTTP_VERSION_NOT_SUPPORTED"),
    (506, "VARIANT_ALSO_NEGOTIATES"),
    (507, "INSUFFICIENT_STORAGE"),
    (508, "LOOP_DETECTED"),
    (510, "NOT_EXTENDED"),
    (511, "NETWORK_AUTHENTICATION_REQUIRED"),
];

/// What RFC 9110 has renamed.
const NEWER: [(u16, &str); 2] = [(413, "CONTENT_TOO_LARGE"), (422, "UNPROCESSABLE_CONTENT")];

/// The status that a name means, whatever its letters and what is between its words, with its constant. Only long
/// names may be misspelt.
pub(crate) fn status(name: &str) -> Option<(u16, &'static str)> {
    let plain = |name: &str| {
        let letters = name.chars().filter(|letter| letter.is_alphanumeric());
        letters.collect::<String>().to_lowercase()
    };
    let name = plain(name);
    let edits = STATUSES.iter().chain(&NEWER).filter_map(|(number, known)| {
        let known = plain(known);
        let edits = distance(&name, &known);
        (edits == 0 || edits <= 2 && known.len() >= 8).then_some((edits, *number))
    });
    let (_, number) = edits.min_by_key(|(edits, _)| *edits)?;
    STATUSES.iter().find(|(known, _)| *known == number).copied()
}

/// The constant that is meant by the name of a status which is not in capitals, as constants are.
pub(super) fn misspelt(path: &Path) -> Option<&'static str> {
    let name = path.segments.last()?.ident.unraw().to_string();
    let (_, constant) = status(&name)?;
    name.contains(char::is_lowercase).then_some(constant)
}

#[cfg(test)]
mod tests {
    use errcode_core::__private::StatusCode;

    use super::*;

    #[test]
    fn names_are_those_of_constants_and_phrases() {
        for number in 400..600 {
            let registered = StatusCode::from_u16(number).unwrap();
            let known = STATUSES.iter().find(|(known, _)| *known == number);
            let phrase = registered.canonical_reason();
            assert_eq!(known.is_some(), phrase.is_some(), "{number}");
            if let Some(phrase) = phrase {
                assert_eq!(status(phrase), known.copied(), "{phrase}");
                let newer = errcode_core::reason_phrase(registered);
                if newer != "Client Error" {
                    assert_eq!(status(newer), known.copied(), "{newer}");
                }
            }
        }
    }

    #[test]
    fn long_names_may_be_misspelt() {
        for (name, number) in [
            ("not-found", Some(404)),
            ("NotFuond", Some(404)),
            ("Conflit", Some(409)),
            ("Conlfit", Some(409)),
            ("Conlfits", None),
            ("gone", Some(410)),
            ("done", None),
            ("blocked", None),
            ("", None),
        ] {
            assert_eq!(status(name).map(|(number, _)| number), number, "{name}");
        }
    }

    #[test]
    fn constants_of_other_names_are_constants() {
        for (path, constant) in [
            ("NotFound", Some("NOT_FOUND")),
            ("StatusCode::Conflit", Some("CONFLICT")),
            ("r#gone", Some("GONE")),
            ("StatusCode::CONFLIT", None),
            ("NOT_FOUND", None),
            ("NotFound::STATUS", None),
            ("codes::slug_taken", None),
        ] {
            let path = syn::parse_str(path).unwrap();
            assert_eq!(misspelt(&path), constant);
        }
    }
}
