//! Bodies and parameters of any request.

use errcode::ApiError;

use crate::Meilisearch;

/// The request is not one that the route reads.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Meilisearch, rename_all = "snake_case", status = 400, expose)]
#[api(
    category = "invalid_request",
    type = "https://docs.meilisearch.com/errors#{code}"
)]
pub enum RequestError {
    /// A field or parameter without a code of its own is invalid.
    #[error("{0}")]
    BadRequest(String),

    /// The body is larger than the server reads.
    #[error(
        "The provided payload reached the size limit. The maximum accepted payload size is {limit}."
    )]
    #[api(status = 413)]
    PayloadTooLarge {
        /// The largest size, with its unit.
        limit: String,
    },

    /// The body has a media type that the route does not read.
    #[error(
        "The Content-Type `{content_type}` is invalid. Accepted values for the Content-Type header are: {accepted}."
    )]
    #[api(status = 415)]
    InvalidContentType {
        /// The media type.
        content_type: String,
        /// Those that the route reads.
        accepted: String,
    },

    /// The body has no media type.
    #[error(
        "A Content-Type header is missing. Accepted values for the Content-Type header are: {accepted}."
    )]
    #[api(status = 415)]
    MissingContentType {
        /// Those that the route reads.
        accepted: String,
    },

    /// The route needs a body.
    #[error("A `{0}` payload is missing.")]
    MissingPayload(&'static str),

    /// The body cannot be parsed.
    #[error("The `{form}` payload provided is malformed. `{problem}`.")]
    MalformedPayload {
        /// What it should be.
        form: &'static str,
        /// What is wrong.
        problem: String,
    },
}
