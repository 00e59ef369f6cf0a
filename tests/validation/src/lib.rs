//! A service that validates its input with validator and with garde, on axum and on actix-web.

pub mod input;
pub mod on_actix;
pub mod on_axum;

use std::error::Error;

use axum::http::StatusCode;
use errcode::ApiError;
use errcode::foreign::Rejection;
use errcode::validation::{FieldError, FieldErrors};

/// What can go wrong with a sign-up.
#[derive(Debug, thiserror::Error, ApiError)]
pub enum SignupError {
    /// Some fields are not valid.
    #[error("the input is not valid: {errors}")]
    #[api(
        status = 422,
        code = "INVALID_INPUT",
        message = "The input is not valid."
    )]
    #[api(example(Self::Invalid { errors: short_name() }))]
    Invalid {
        /// What is wrong, by field.
        #[api(flatten)]
        errors: FieldErrors,
    },

    /// The request is not valid.
    #[error("rejected")]
    #[api(status = 400, code = "INVALID_REQUEST")]
    Rejected(
        #[from]
        #[api(status = Rejection::status)]
        Rejection,
    ),
}

/// The same in dotted notation.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("the input is not valid")]
#[api(format = flat, status = 422, code = "INVALID_INPUT", expose)]
#[api(example(Self { errors: short_name() }))]
pub struct DottedError {
    #[from]
    #[api(public, with = FieldErrors::dotted)]
    errors: FieldErrors,
}

errcode::catalog! {
    pub static ERRORS: Catalog = {
        title: "Sign-ups",
        types: [SignupError, DottedError],
        allow: [mixed_format, duplicate_code],
    };
}

fn short_name() -> FieldErrors {
    let mut errors = FieldErrors::new();
    let short = FieldError::new("length", "must have a length of at least 3");
    errors.add("name", short.with_param("min", 3));
    errors
}

impl From<FieldErrors> for SignupError {
    fn from(errors: FieldErrors) -> Self {
        Self::Invalid { errors }
    }
}

impl From<validator::ValidationErrors> for SignupError {
    fn from(errors: validator::ValidationErrors) -> Self {
        FieldErrors::from(errors).into()
    }
}

impl From<garde::Report> for SignupError {
    fn from(report: garde::Report) -> Self {
        FieldErrors::from(report).into()
    }
}

/// The error that the rejection of an extractor becomes: of axum's `Json`, of axum-valid, of actix-web-validator.
fn rejected(rejection: &(dyn Error + 'static), status: StatusCode) -> SignupError {
    match FieldErrors::find(rejection) {
        Some(errors) => errors.into(),
        None => Rejection::new(status, "the request is not valid").into(),
    }
}
