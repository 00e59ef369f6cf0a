//! Lints that a user switches on, off, or expects on a type: generated code neither raises nor hides
//! nor fulfils one.

use errcode::ApiError;

use crate::body;

/// What is expected here comes true by the user's own code alone.
#[derive(Debug, thiserror::Error, ApiError)]
#[expect(non_camel_case_types, non_snake_case, reason = "the name")]
#[deny(
    clippy::indexing_slicing,
    clippy::implicit_return,
    clippy::missing_inline_in_public_items
)]
#[api(format = flat, log_target = "expected")]
enum EXPECTED_name {
    #[expect(non_camel_case_types, reason = "the name")]
    #[error("a")]
    #[api(status = 400, code = "A")]
    a_variant,
    #[error("b")]
    #[api(status = 400, code = "B", message = "{Wrong}")]
    B { Wrong: u8 },
}

/// A field that nobody reads is reported as it was, a variant with fields that nobody makes too.
/// (thiserror hides the first.)
#[derive(Debug, ApiError)]
#[api(format = flat)]
enum Unread {
    #[api(status = 500, code = "MADE")]
    Made {
        #[expect(dead_code, reason = "it is not read")]
        unread: u8,
    },
    #[api(status = 400, code = "NOT_MADE")]
    #[expect(dead_code, reason = "it is not made")]
    NotMade(#[api(public = "a")] u8),
}

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("unread")
    }
}

impl std::error::Error for Unread {}

/// A type that nobody names is reported, except with the feature `tonic`: an impl for `tonic::Status` names it.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("unused")]
#[api(status = 500, code = "UNUSED")]
#[cfg_attr(not(feature = "tonic"), expect(dead_code, reason = "it is not used"))]
struct Unused;

#[test]
fn what_is_allowed_stays_allowed() {
    assert_eq!(
        body(&EXPECTED_name::a_variant),
        r#"{"code":"A","detail":"a"}"#
    );
    assert_eq!(
        body(&EXPECTED_name::B { Wrong: 1 }),
        r#"{"code":"B","detail":"1"}"#
    );
    assert_eq!(
        body(&Unread::Made { unread: 1 }),
        r#"{"code":"MADE","detail":"Internal Server Error"}"#
    );
}
