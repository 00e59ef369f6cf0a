//! The codes of gRPC, and the code that goes with an HTTP status.

/// The codes of errors in `google.rpc.Code`: numbers and names. `OK` is no error.
pub const CODES: [(u8, &str); 16] = [
    (1, "CANCELLED"),
    (2, "UNKNOWN"),
    (3, "INVALID_ARGUMENT"),
    (4, "DEADLINE_EXCEEDED"),
    (5, "NOT_FOUND"),
    (6, "ALREADY_EXISTS"),
    (7, "PERMISSION_DENIED"),
    (8, "RESOURCE_EXHAUSTED"),
    (9, "FAILED_PRECONDITION"),
    (10, "ABORTED"),
    (11, "OUT_OF_RANGE"),
    (12, "UNIMPLEMENTED"),
    (13, "INTERNAL"),
    (14, "UNAVAILABLE"),
    (15, "DATA_LOSS"),
    (16, "UNAUTHENTICATED"),
];

/// The number of a name.
pub fn number(name: &str) -> Option<u8> {
    CODES
        .iter()
        .find(|(_, known)| *known == name)
        .map(|(number, _)| *number)
}

/// The name of a number.
pub fn name(number: u8) -> &'static str {
    let known = CODES.iter().find(|(known, _)| *known == number);
    known.map_or("UNKNOWN", |(_, name)| name)
}

/// The number of the code that goes with an HTTP status. It follows the comments in `google/rpc/code.proto`; of several
/// codes for one status it is the one that says the least. Statuses without a comment go with the code of their class.
pub const fn of_status(status: u16) -> u8 {
    match status {
        400 | 411 | 413 | 414 | 415 | 422 | 431 => 3,
        401 => 16,
        403 | 407 | 451 => 7,
        404 | 410 => 5,
        405 | 501 => 12,
        408 | 504 => 4,
        409 => 10,
        416 => 11,
        429 => 8,
        499 => 1,
        502 | 503 => 14,
        402..=498 => 9,
        500..=599 => 13,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_goes_with_a_code_whose_comment_names_it() {
        // `HTTP Mapping` in google/rpc/code.proto.
        for (code, status) in [
            ("CANCELLED", 499),
            ("INVALID_ARGUMENT", 400),
            ("DEADLINE_EXCEEDED", 504),
            ("NOT_FOUND", 404),
            ("PERMISSION_DENIED", 403),
            ("UNAUTHENTICATED", 401),
            ("RESOURCE_EXHAUSTED", 429),
            ("ABORTED", 409),
            ("UNIMPLEMENTED", 501),
            ("INTERNAL", 500),
            ("UNAVAILABLE", 503),
            ("FAILED_PRECONDITION", 412),
            ("UNKNOWN", 302),
        ] {
            assert_eq!(name(of_status(status)), code, "{status}");
        }
        for status in 400..=599 {
            assert_ne!(name(of_status(status)), "UNKNOWN", "{status}");
        }
    }

    #[test]
    fn names_and_numbers_belong_together() {
        for (known, text) in CODES {
            assert_eq!(number(text), Some(known));
            assert_eq!(name(known), text);
        }
        assert_eq!(number("OK"), None);
        assert_eq!(name(0), "UNKNOWN");
    }
}
