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
    #[api(example(Self::BadRequest("Unknown field `limits`".into())))]
    BadRequest(String),

    /// The body is larger than the server reads.
    #[error(
        "The provided payload reached the size limit. The maximum accepted payload size is {limit}."
    )]
    #[api(status = 413)]
    #[api(example(Self::PayloadTooLarge { limit: "100 MiB".into() }))]
    PayloadTooLarge {
        /// The largest size, with its unit.
        limit: String,
    },

    /// The body has a media type that the route does not read.
    #[error(
        "The Content-Type `{content_type}` is invalid. Accepted values for the Content-Type header are: {accepted}."
    )]
    #[api(status = 415)]
    #[api(example(Self::InvalidContentType { content_type: "text/plain".into(), accepted: "`application/json`".into() }))]
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
    #[api(example(Self::MissingContentType { accepted: "`application/json`".into() }))]
    MissingContentType {
        /// Those that the route reads.
        accepted: String,
    },

    /// The route needs a body.
    #[error("A `{0}` payload is missing.")]
    #[api(example(Self::MissingPayload("json")))]
    MissingPayload(&'static str),

    /// The body cannot be parsed.
    #[error("The `{form}` payload provided is malformed. `{problem}`.")]
    #[api(example(Self::MalformedPayload { form: "json", problem: "unexpected end of file".into() }))]
    MalformedPayload {
        /// What it should be.
        form: &'static str,
        /// What is wrong.
        problem: String,
    },
}

/// What the deserializer says of a parameter with a value of another type.
pub(crate) fn wrong_type(parameter: &str, expected: &str) -> String {
    let found = match expected {
        "a boolean" => "an integer: `7`",
        _ => "a boolean: `true`",
    };
    format!(
        "Invalid value type for parameter `{parameter}`: expected {expected}, but found {found}"
    )
}
