//! There is no direct dependency on errcode, and the derive has another name.
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

use fixture_reexport::prelude::errcode as e;
use fixture_reexport::prelude::errcode::ApiError as Problem;

/// Errors.
#[derive(Debug, thiserror::Error, Problem)]
#[api(crate = fixture_reexport::prelude::errcode, format = nested)]
pub enum Error {
    /// Taken.
    #[error("taken")]
    #[api(status = 409, code = "TAKEN")]
    Taken,
}

/// By another path.
#[derive(Debug, thiserror::Error, e::ApiError)]
#[api(crate = e, status = 404, code = "ABSENT")]
#[error("absent")]
pub struct Absent;

fixture_reexport::not_found!(Skill, "NO_SKILL");

#[test]
fn a_macro_may_say_crate() {
    assert_eq!(
        e::to_response(&Skill::NotFound).body(),
        r#"{"code":"NO_SKILL","detail":"not found"}"#
    );
    let inner = Skill::from(fixture_reexport::Inner);
    assert_eq!(e::to_response(&inner).status(), 400);
}

#[test]
fn answers() {
    assert_eq!(
        e::to_response(&Error::Taken).body(),
        r#"{"error":{"code":"TAKEN","message":"taken"}}"#
    );
    assert_eq!(e::to_response(&Absent).status(), 404);
}
