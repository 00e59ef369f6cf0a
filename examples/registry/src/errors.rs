//! The errors of the registry: one boxed error for all handlers, and free functions for errors without a type of their own.

use errcode::format::{Body, Cacheable, Format, FormatError, Occurrence};
use errcode::header::HttpDate;
use errcode::{ApiError, BoxApiError};

/// What every handler returns.
pub type Result<T> = std::result::Result<T, BoxApiError>;

/// `{"errors":[{"detail":M}]}`. The bodies have no code, so the codes are for logs and documents.
#[derive(Debug)]
pub struct Details;

impl Format for Details {
    const NAME: &'static str = "registry";
    const CONTENT_TYPE: &'static str = "application/json";
    const CACHEABLE: Cacheable = Cacheable::Always;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> std::result::Result<(), FormatError> {
        body.object(|object| {
            object.array("errors", |errors| {
                errors.object(|object| error.write_message("detail", object))
            })
        })
    }
}

/// Errors that handlers make in passing.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Details, rename_all = "snake_case", group = "Requests")]
pub enum RequestError {
    /// There is nothing at this path.
    #[error("Not Found")]
    #[api(status = 404)]
    NotFound,
    /// The request is not valid; the text says why.
    #[error("{text}")]
    #[api(status = 400, message = "{text}")]
    #[api(example(Self::BadRequest { text: "missing a name".into() }))]
    BadRequest {
        /// What is wrong.
        text: String,
    },
    /// The token of the request is missing or not valid.
    #[error("must be logged in to perform that action")]
    #[api(status = 403)]
    Forbidden,
}

/// There is nothing here.
pub fn not_found() -> BoxApiError {
    RequestError::NotFound.into()
}

/// The request is not valid.
pub fn bad_request(text: impl Into<String>) -> BoxApiError {
    RequestError::BadRequest { text: text.into() }.into()
}

/// The client may not do that.
pub fn forbidden() -> BoxApiError {
    RequestError::Forbidden.into()
}

/// The registry takes no changes for a while.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("read-only until {until}")]
#[api(format = Details, rename_all = "snake_case", status = 503, retryable, log = "warn")]
#[api(message = "The registry is in read-only mode and takes no changes at the moment.")]
pub struct ReadOnly {
    /// When changes will be possible again.
    #[api(header = "Retry-After")]
    pub until: HttpDate,
}

/// Anything that no client can do something about: the client gets a 500, and the log has the cause.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("internal error")]
#[api(format = Details, rename_all = "snake_case", status = 500)]
pub struct Internal(#[from] Box<dyn std::error::Error + Send + Sync>);

errcode::catalog! {
    /// Errors of the package registry.
    pub static REGISTRY: Catalog = {
        title: "Registry API",
        types: [RequestError, ReadOnly, Internal],
    };
}
