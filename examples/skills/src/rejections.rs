//! Converts rejections of axum, and panics, to errors of this service.

use axum::http::StatusCode;
use errcode::axum::{Panic, Rejection};

use crate::errors::{GeneralError, HttpError, ProfileError, SkillsError};
use crate::storage::FILE_LIMIT;
use crate::validation::FieldErrors;

impl From<Rejection> for SkillsError {
    fn from(rejection: Rejection) -> Self {
        match rejection.status() {
            StatusCode::NOT_FOUND => GeneralError::NotFound.into(),
            StatusCode::METHOD_NOT_ALLOWED => HttpError::MethodNotAllowed.into(),
            StatusCode::PAYLOAD_TOO_LARGE => GeneralError::FileTooLarge {
                limit_bytes: FILE_LIMIT,
            }
            .into(),
            status if status.is_server_error() => HttpError::Internal(rejection.into()).into(),
            // The author of the request needs the text of the extractor.
            _ => ProfileError::Validation {
                fields: FieldErrors::of("request", rejection.to_string()),
            }
            .into(),
        }
    }
}

impl From<Panic> for SkillsError {
    fn from(panic: Panic) -> Self {
        HttpError::Internal(panic.into()).into()
    }
}
