//! The peer whose derive writes `::axum` and means its 0.7.

use axum::response::{IntoResponse, Response};
use axum_problem::AxumProblem;

#[derive(Debug, thiserror::Error, AxumProblem)]
enum Error {
    #[error("the slug is taken")]
    #[problem(status = 409)]
    Fixed,
    #[error("{0} limit reached ({1}/{2})")]
    #[problem(status = 409)]
    Quota(&'static str, u32, u32),
}

pub fn fixed() -> Response {
    Error::Fixed.into_response()
}

pub fn varying(used: u32, limit: u32) -> Response {
    Error::Quota("vault", used, limit).into_response()
}
