//! The registered statuses of errors: reason phrases, and the constants of `http::StatusCode`.

/// One registered status of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Status {
    /// The number, 400 to 599.
    pub number: u16,
    /// The name of its constant in `http::StatusCode`.
    pub constant: &'static str,
    /// The reason phrase, as RFC 9110 and the IANA registry spell it.
    pub phrase: &'static str,
}

impl Status {
    const fn new(number: u16, constant: &'static str, phrase: &'static str) -> Self {
        Self {
            number,
            constant,
            phrase,
        }
    }
}

/// The registered statuses of errors, in ascending order.
pub const REGISTERED: &[Status] = &[
    Status::new(400, "BAD_REQUEST", "Bad Request"),
    Status::new(401, "UNAUTHORIZED", "Unauthorized"),
    Status::new(402, "PAYMENT_REQUIRED", "Payment Required"),
    Status::new(403, "FORBIDDEN", "Forbidden"),
    Status::new(404, "NOT_FOUND", "Not Found"),
    Status::new(405, "METHOD_NOT_ALLOWED", "Method Not Allowed"),
    Status::new(406, "NOT_ACCEPTABLE", "Not Acceptable"),
    Status::new(
        407,
        "PROXY_AUTHENTICATION_REQUIRED",
        "Proxy Authentication Required",
    ),
    Status::new(408, "REQUEST_TIMEOUT", "Request Timeout"),
    Status::new(409, "CONFLICT", "Conflict"),
    Status::new(410, "GONE", "Gone"),
    Status::new(411, "LENGTH_REQUIRED", "Length Required"),
    Status::new(412, "PRECONDITION_FAILED", "Precondition Failed"),
    Status::new(413, "PAYLOAD_TOO_LARGE", "Content Too Large"),
    Status::new(414, "URI_TOO_LONG", "URI Too Long"),
    Status::new(415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type"),
    Status::new(416, "RANGE_NOT_SATISFIABLE", "Range Not Satisfiable"),
    Status::new(417, "EXPECTATION_FAILED", "Expectation Failed"),
    Status::new(418, "IM_A_TEAPOT", "I'm a teapot"),
    Status::new(421, "MISDIRECTED_REQUEST", "Misdirected Request"),
    Status::new(422, "UNPROCESSABLE_ENTITY", "Unprocessable Content"),
    Status::new(423, "LOCKED", "Locked"),
    Status::new(424, "FAILED_DEPENDENCY", "Failed Dependency"),
    Status::new(425, "TOO_EARLY", "Too Early"),
    Status::new(426, "UPGRADE_REQUIRED", "Upgrade Required"),
    Status::new(428, "PRECONDITION_REQUIRED", "Precondition Required"),
    Status::new(429, "TOO_MANY_REQUESTS", "Too Many Requests"),
    Status::new(
        431,
        "REQUEST_HEADER_FIELDS_TOO_LARGE",
        "Request Header Fields Too Large",
    ),
    Status::new(
        451,
        "UNAVAILABLE_FOR_LEGAL_REASONS",
        "Unavailable For Legal Reasons",
    ),
    Status::new(500, "INTERNAL_SERVER_ERROR", "Internal Server Error"),
    Status::new(501, "NOT_IMPLEMENTED", "Not Implemented"),
    Status::new(502, "BAD_GATEWAY", "Bad Gateway"),
    Status::new(503, "SERVICE_UNAVAILABLE", "Service Unavailable"),
    Status::new(504, "GATEWAY_TIMEOUT", "Gateway Timeout"),
    Status::new(
        505,
        "HTTP_VERSION_NOT_SUPPORTED",
        "HTTP Version Not Supported",
    ),
    Status::new(506, "VARIANT_ALSO_NEGOTIATES", "Variant Also Negotiates"),
    Status::new(507, "INSUFFICIENT_STORAGE", "Insufficient Storage"),
    Status::new(508, "LOOP_DETECTED", "Loop Detected"),
    Status::new(510, "NOT_EXTENDED", "Not Extended"),
    Status::new(
        511,
        "NETWORK_AUTHENTICATION_REQUIRED",
        "Network Authentication Required",
    ),
];

/// The reason phrase of a status. A status that is not registered is a `Client Error` (4xx), a
/// `Server Error` (5xx), or has none.
pub const fn reason_phrase(status: u16) -> Option<&'static str> {
    let mut at = 0;
    while at < REGISTERED.len() {
        if REGISTERED[at].number == status {
            return Some(REGISTERED[at].phrase);
        }
        at += 1;
    }
    match status {
        400..=499 => Some("Client Error"),
        500..=599 => Some("Server Error"),
        _ => None,
    }
}

/// Whether a status is that of an error: 400 to 599.
pub const fn is_error(status: u16) -> bool {
    matches!(status, 400..=599)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order() {
        assert!(REGISTERED.is_sorted_by(|a, b| a.number < b.number));
        assert!(REGISTERED.iter().all(|status| is_error(status.number)));
    }

    #[test]
    fn every_error_status_has_a_phrase() {
        assert_eq!(reason_phrase(413), Some("Content Too Large"));
        assert_eq!(reason_phrase(499), Some("Client Error"));
        assert_eq!(reason_phrase(599), Some("Server Error"));
        assert_eq!(reason_phrase(399), None);
        assert_eq!(reason_phrase(600), None);
    }

    #[test]
    fn errors_are_4xx_and_5xx() {
        for (status, error) in [(399, false), (400, true), (599, true), (600, false)] {
            assert_eq!(is_error(status), error, "{status}");
        }
    }
}
