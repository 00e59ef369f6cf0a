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

/// The statuses that frameworks give to the requests they reject, in ascending order: what a `Rejection` comes with.
pub const REJECTION: &[u16] = &[400, 404, 405, 413, 415, 422];

/// The table of statuses, and the match that finds a phrase in it without a search.
macro_rules! registered {
    ($($number:literal, $constant:literal, $phrase:literal;)*) => {
        /// The registered statuses of errors, in ascending order.
        pub const REGISTERED: &[Status] = &[
            $(Status { number: $number, constant: $constant, phrase: $phrase }),*
        ];

        /// The reason phrase of a status. A status that is not registered is a `Client Error` (4xx)
        /// or a `Server Error` (5xx); any other has none.
        pub const fn reason_phrase(status: u16) -> Option<&'static str> {
            match status {
                $($number => Some($phrase),)*
                400..=499 => Some("Client Error"),
                500..=599 => Some("Server Error"),
                _ => None,
            }
        }
    };
}

registered! {
    400, "BAD_REQUEST", "Bad Request";
    401, "UNAUTHORIZED", "Unauthorized";
    402, "PAYMENT_REQUIRED", "Payment Required";
    403, "FORBIDDEN", "Forbidden";
    404, "NOT_FOUND", "Not Found";
    405, "METHOD_NOT_ALLOWED", "Method Not Allowed";
    406, "NOT_ACCEPTABLE", "Not Acceptable";
    407, "PROXY_AUTHENTICATION_REQUIRED", "Proxy Authentication Required";
    408, "REQUEST_TIMEOUT", "Request Timeout";
    409, "CONFLICT", "Conflict";
    410, "GONE", "Gone";
    411, "LENGTH_REQUIRED", "Length Required";
    412, "PRECONDITION_FAILED", "Precondition Failed";
    413, "PAYLOAD_TOO_LARGE", "Content Too Large";
    414, "URI_TOO_LONG", "URI Too Long";
    415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type";
    416, "RANGE_NOT_SATISFIABLE", "Range Not Satisfiable";
    417, "EXPECTATION_FAILED", "Expectation Failed";
    418, "IM_A_TEAPOT", "I'm a teapot";
    421, "MISDIRECTED_REQUEST", "Misdirected Request";
    422, "UNPROCESSABLE_ENTITY", "Unprocessable Content";
    423, "LOCKED", "Locked";
    424, "FAILED_DEPENDENCY", "Failed Dependency";
    425, "TOO_EARLY", "Too Early";
    426, "UPGRADE_REQUIRED", "Upgrade Required";
    428, "PRECONDITION_REQUIRED", "Precondition Required";
    429, "TOO_MANY_REQUESTS", "Too Many Requests";
    431, "REQUEST_HEADER_FIELDS_TOO_LARGE", "Request Header Fields Too Large";
    451, "UNAVAILABLE_FOR_LEGAL_REASONS", "Unavailable For Legal Reasons";
    500, "INTERNAL_SERVER_ERROR", "Internal Server Error";
    501, "NOT_IMPLEMENTED", "Not Implemented";
    502, "BAD_GATEWAY", "Bad Gateway";
    503, "SERVICE_UNAVAILABLE", "Service Unavailable";
    504, "GATEWAY_TIMEOUT", "Gateway Timeout";
    505, "HTTP_VERSION_NOT_SUPPORTED", "HTTP Version Not Supported";
    506, "VARIANT_ALSO_NEGOTIATES", "Variant Also Negotiates";
    507, "INSUFFICIENT_STORAGE", "Insufficient Storage";
    508, "LOOP_DETECTED", "Loop Detected";
    510, "NOT_EXTENDED", "Not Extended";
    511, "NETWORK_AUTHENTICATION_REQUIRED", "Network Authentication Required";
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
