//! One boxed error for a whole service: every derived error by `?`, every other one as a masked 500, and free functions
//! for errors that are made in passing.

use std::error::Error as StdError;
use std::sync::Arc;

use errcode::{ApiError, ApiErrorExt, BoxApiError, Documented, MaskError};
use tracing::Level;

use crate::answer::answer;
use crate::log::logged;

/// What the service makes in passing. Its codes are in the catalog.
#[derive(Debug, PartialEq, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Common {
    /// There is nothing here.
    #[error("not found")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    /// The request is wrong.
    #[error("bad request: {text}")]
    #[api(status = 400, code = "BAD_REQUEST", message = "{text}")]
    #[api(example(Self::BadRequest { text: "no name".into() }))]
    BadRequest { text: String },
}

fn not_found() -> BoxApiError {
    Common::NotFound.into()
}

fn bad_request(text: impl Into<String>) -> BoxApiError {
    Common::BadRequest { text: text.into() }.into()
}

/// The service's own 500.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("internal error")]
#[api(format = flat, status = 500, code = "INTERNAL")]
struct Internal(#[from] Box<dyn StdError + Send + Sync>);

/// The database is read-only.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("read-only")]
#[api(format = flat, status = 503, code = "READ_ONLY", message = "read-only mode", retryable)]
struct ReadOnly {
    #[api(header = "Retry-After")]
    until: errcode::header::HttpDate,
}

fn handler(name: &str) -> Result<u8, BoxApiError> {
    match name {
        "read-only" => Err(ReadOnly {
            until: std::time::UNIX_EPOCH.into(),
        })?,
        "nothing" => return Err(not_found()),
        "bad" => return Err(bad_request("no name")),
        _ => {}
    }
    let number: u8 = name.parse().mask::<Internal>()?;
    std::fs::read(format!("/nowhere/{number}")).mask::<Internal>()?;
    Ok(number)
}

fn sent(name: &str) -> (u16, String) {
    let response = errcode::to_response(&*handler(name).unwrap_err());
    let body = String::from_utf8(response.body().to_vec()).unwrap();
    (response.status().as_u16(), body)
}

#[test]
fn every_error_of_the_service_is_one_type() {
    let is = |name, status, body: &str| assert_eq!(sent(name), (status, body.to_owned()));
    is(
        "nothing",
        404,
        r#"{"code":"NOT_FOUND","detail":"not found"}"#,
    );
    is("bad", 400, r#"{"code":"BAD_REQUEST","detail":"no name"}"#);
    is(
        "read-only",
        503,
        r#"{"code":"READ_ONLY","detail":"read-only mode"}"#,
    );
    let response = errcode::to_response(&*handler("read-only").unwrap_err());
    assert_eq!(
        response.headers()["retry-after"],
        "Thu, 01 Jan 1970 00:00:00 GMT"
    );
}

#[test]
fn any_other_error_is_masked_and_logged() {
    let lines = logged(Level::ERROR, || {
        let masked = r#"{"code":"INTERNAL","detail":"Internal Server Error"}"#;
        assert_eq!(sent("x"), (500, masked.to_owned()));
        assert_eq!(sent("7"), (500, masked.to_owned()));
    });
    assert!(
        lines[0].contains(r#"error.chain="invalid digit found in string""#),
        "{lines:?}"
    );
    assert!(lines[1].contains("No such file"), "{lines:?}");
    let text: Result<(), &str> = Err("a text is an error too");
    assert!(text.mask::<Internal>().is_err());
}

#[test]
fn the_error_inside_can_be_asked_for() {
    let error = not_found();
    assert!(error.is::<Common>() && !error.is::<Internal>());
    assert_eq!(error.downcast_ref(), Some(&Common::NotFound));
    assert!(error.downcast_ref::<ReadOnly>().is_none());
}

/// A service's type over any error.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Service {
    #[error("{0}")]
    #[api(transparent)]
    Boxed(BoxApiError),
    #[error(transparent)]
    #[api(transparent)]
    Shared(Arc<dyn ApiError + Send + Sync>),
    #[error(transparent)]
    #[api(transparent)]
    Common(#[from] Common),
}

#[test]
fn a_variant_is_transparent_over_any_error() {
    let boxed = Service::Boxed(bad_request("no name"));
    let shared = Service::Shared(Arc::new(Common::BadRequest {
        text: "no name".to_owned(),
    }));
    for error in [boxed, shared] {
        assert_eq!(error.code(), "BAD_REQUEST");
        let answer = answer(&error);
        assert_eq!(answer.status, 400);
        assert_eq!(answer.body, r#"{"code":"BAD_REQUEST","detail":"no name"}"#);
    }
    let codes = Service::CATALOG.groups().into_iter();
    let codes: Vec<String> = codes
        .flat_map(errcode::Catalog::entries)
        .map(|variant| variant.entry().code().to_string())
        .collect();
    assert_eq!(codes, ["NOT_FOUND", "BAD_REQUEST"]);
}
