//! What HTTP says of response headers: their syntax, and what each of them is for.

/// A header that RFC 9110 makes mandatory for one status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mandatory {
    /// The status that must have it.
    pub status: u16,
    /// Its name as it is usually written.
    pub name: &'static str,
    /// A value that shows its syntax.
    pub sample: &'static str,
}

/// The headers that RFC 9110 makes mandatory (15.5.2, 15.5.6, 15.5.8, 15.5.22).
pub const MANDATORY: &[Mandatory] = &[
    Mandatory {
        status: 401,
        name: "WWW-Authenticate",
        sample: "Bearer",
    },
    Mandatory {
        status: 405,
        name: "Allow",
        sample: "GET, HEAD",
    },
    Mandatory {
        status: 407,
        name: "Proxy-Authenticate",
        sample: "Basic",
    },
    Mandatory {
        status: 426,
        name: "Upgrade",
        sample: "HTTP/2.0",
    },
];

/// The header that RFC 9110 makes mandatory for a status, if there is one.
pub const fn mandatory(status: u16) -> Option<&'static Mandatory> {
    let mut at = 0;
    while at < MANDATORY.len() {
        if MANDATORY[at].status == status {
            return Some(&MANDATORY[at]);
        }
        at += 1;
    }
    None
}

/// Headers that frame the message or belong to the connection, in lower case: only the server sets
/// them (RFC 9110, 7.6.1 and 8.6; RFC 9112, 6 and 9).
pub const FRAMING: &[&str] = &[
    "connection",
    "content-length",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
];

/// Headers that describe the representation they come with, or are validators of it, in lower case
/// (RFC 9110, 8; RFC 9530; RFC 6266). They are wrong beside another body.
pub const REPRESENTATION: &[&str] = &[
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-md5",
    "content-range",
    "content-type",
    "digest",
    "etag",
    "last-modified",
    "repr-digest",
    "trailer",
    "transfer-encoding",
];

/// Headers, in lower case, that say what the page in a body may load. They go with the page when it is replaced.
pub const PAGE_POLICY: &[&str] = &[
    "content-security-policy",
    "content-security-policy-report-only",
];

/// Headers, in lower case, that no error sends by itself: they belong to another message, describe a body that is not
/// an error's, or are set by the server.
pub const FORBIDDEN: &[&str] = &["content-encoding", "content-range", "date", "host"];

/// Headers that have one value, in lower case: they are never sent twice (RFC 9110, 5.3).
pub const SINGLETON: &[&str] = &[
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

/// Lists to which several responses may add, in lower case: a challenge, cookie or link of a response that
/// is replaced stays beside those of the new one.
pub const CUMULATIVE: &[&str] = &[
    "link",
    "proxy-authenticate",
    "server-timing",
    "set-cookie",
    "vary",
    "via",
    "www-authenticate",
];

/// Whether a list of names in lower case has a header, whatever the case of its name.
pub fn is_among(names: &[&str], header: &str) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(header))
}

/// Whether a character may stand in the name of a header (RFC 9110, 5.6.2: a `tchar`).
pub const fn is_name_character(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(
            character,
            '!' | '#'
                | '$'
                | '%'
                | '&'
                | '\''
                | '*'
                | '+'
                | '-'
                | '.'
                | '^'
                | '_'
                | '`'
                | '|'
                | '~'
        )
}

/// Whether a character may stand in the value of a header: visible ASCII, space and tab (RFC 9110,
/// 5.5, without the obsolete bytes).
pub const fn is_value_character(character: char) -> bool {
    matches!(character, '\t' | ' '..='~')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_statuses_demand_a_header() {
        let demanding: Vec<u16> = (100..600)
            .filter(|status| mandatory(*status).is_some())
            .collect();
        assert_eq!(demanding, [401, 405, 407, 426]);
        assert_eq!(mandatory(401).unwrap().name, "WWW-Authenticate");
    }

    #[test]
    fn lists_are_in_order_and_in_lower_case() {
        for list in [
            FORBIDDEN,
            FRAMING,
            PAGE_POLICY,
            REPRESENTATION,
            SINGLETON,
            CUMULATIVE,
        ] {
            assert!(list.is_sorted(), "{list:?}");
            assert!(
                list.iter().all(|name| *name == name.to_ascii_lowercase()),
                "{list:?}"
            );
        }
        assert!(is_among(FRAMING, "Content-Length"));
        assert!(!is_among(FRAMING, "Content-Lengt"));
    }

    #[test]
    fn names_and_values() {
        assert!("X-RateLimit_Reset.1~".chars().all(is_name_character));
        for wrong in [' ', ':', '(', '"', '\u{e9}', '\n'] {
            assert!(!is_name_character(wrong), "{wrong:?}");
        }
        assert!("a b\t\"(:~".chars().all(is_value_character));
        for wrong in ['\n', '\r', '\0', '\u{7f}', '\u{e9}'] {
            assert!(!is_value_character(wrong), "{wrong:?}");
        }
    }
}
