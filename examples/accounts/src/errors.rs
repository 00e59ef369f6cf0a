//! Every error of the accounts API: standard codes, and codes of single endpoints.

use std::borrow::Cow;
use std::io;
use std::time::Duration;

use axum::http::StatusCode;
use errcode::ApiError;
use errcode::axum::{Panic, Rejection, RejectionKind};

use crate::money::Money;

/// The codes that every endpoint may answer with, one for each HTTP status.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = nested, rename_all = "SCREAMING_SNAKE_CASE")]
#[api(group = "Standard Error Codes", challenge = "Bearer")]
pub enum AccountError {
    /// The server cannot or will not process the request due to something that is perceived to be a
    /// client error (e.g., malformed request syntax, invalid request message framing, or deceptive
    /// request routing).
    ///
    /// # Scenario
    /// Sending an API request with missing required parameters or incorrectly formatted JSON
    /// payload.
    ///
    /// # Fix
    /// Review your request payload and ensure all required parameters are present and correctly
    /// formatted according to the API documentation.
    #[error("{problem}")]
    #[api(status = 400, expose)]
    #[api(example(Self::InvalidRequest { problem: "Missing required 'user_id' parameter.".into() }))]
    InvalidRequest {
        /// What is wrong with the request, as a sentence.
        problem: Cow<'static, str>,
    },

    /// The same, where the payload can't be read at all.
    #[doc(hidden)]
    #[error("{0}")]
    #[api(status = 400, code = "INVALID_REQUEST", expose, allow(duplicate_code))]
    Unreadable(
        #[from]
        #[api(status = unreadable)]
        Rejection,
    ),

    /// The request requires user authentication. The client might not have provided credentials or
    /// the provided credentials are invalid.
    ///
    /// # Scenario
    /// Making a request to a protected endpoint without an API key or with an expired/invalid token.
    ///
    /// # Fix
    /// Ensure you have included a valid API key or authentication token in your request headers. If
    /// using OAuth, verify the token's validity and scope.
    #[error("Authentication credentials not provided or invalid.")]
    #[api(status = 401)]
    Unauthenticated,

    /// The server understood the request, but refuses to authorize it. This is different from 401
    /// Unauthorized because it means the identity of the client is known to the server, but the
    /// client does not have permission to perform the requested action.
    ///
    /// # Scenario
    /// A user with read-only permissions attempting to perform a write operation (e.g., update or
    /// delete).
    ///
    /// # Fix
    /// Verify that the authenticated user or API key has the necessary permissions for the requested
    /// operation. Consult your account settings or administrator.
    #[error("You do not have permission to perform this action.")]
    #[api(status = 403)]
    PermissionDenied,

    /// The server can not find the requested resource. This may be because the resource does not
    /// exist or because the request URL is incorrect.
    ///
    /// # Scenario
    /// Requesting an API endpoint that does not exist or referencing a non-existent resource ID.
    ///
    /// # Fix
    /// Double-check the URL for typos and ensure that the resource you are trying to access actually
    /// exists and is accessible via the API.
    #[error("The requested resource could not be found.")]
    #[api(status = 404)]
    ResourceNotFound,

    /// The user has sent too many requests in a given amount of time ("rate limiting").
    ///
    /// # Scenario
    /// Exceeding the allowed number of API calls within the specified time window.
    ///
    /// # Fix
    /// Implement backoff strategies in your application. Check the `Retry-After` header for
    /// guidance on when to resubmit the request. Refer to our [Rate Limiting](#rate-limiting) guide.
    #[error("You have exceeded your allowed request rate. Please try again later.")]
    #[api(status = 429)]
    #[api(example(Self::RateLimitExceeded { retry_after: Duration::from_secs(30) }))]
    RateLimitExceeded {
        /// When the next request will be answered.
        #[api(header = "Retry-After")]
        retry_after: Duration,
    },

    /// The server encountered an unexpected condition that prevented it from fulfilling the request.
    /// This is a generic error message when no more specific message is suitable.
    ///
    /// # Scenario
    /// An unexpected bug or overload on the server caused the request to fail.
    ///
    /// # Fix
    /// This error is on our end. Please try the request again after a short while. If the issue
    /// persists, please contact our support team with details of your request.
    #[error("the ledger can't be written")]
    #[api(status = 500)]
    #[api(
        message = "An unexpected error occurred. Please try again later or contact support if the problem persists."
    )]
    InternalServerError(#[from] io::Error),

    /// The same, where it is a bug.
    #[error("a handler panicked")]
    #[api(hide_as = InternalServerError)]
    Panicked(#[from] Panic),

    /// The server is not ready to handle the request. This may be due to a temporary overload or
    /// maintenance.
    ///
    /// # Scenario
    /// The API is temporarily down for maintenance or experiencing a high load.
    ///
    /// # Fix
    /// The service should be back online shortly. Please try your request again later. Check our
    /// status page for updates.
    #[error("closed for maintenance")]
    #[api(status = 503)]
    #[api(message = "The service is temporarily unavailable. Please try again later.")]
    #[api(example(Self::ServiceUnavailable { retry_after: Duration::from_secs(120) }))]
    ServiceUnavailable {
        /// When the service is expected back.
        #[api(header = "Retry-After")]
        retry_after: Duration,
    },

    /// One endpoint's own.
    #[error(transparent)]
    #[api(transparent)]
    Custom(#[from] CustomError),

    /// One of HTTP.
    #[error(transparent)]
    #[api(transparent)]
    Http(#[from] HttpError),
}

/// In addition to standard HTTP status codes, our API may return custom error codes within the
/// response body for more specific error handling.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = nested, rename_all = "SCREAMING_SNAKE_CASE", group = "Custom Error Codes")]
pub enum CustomError {
    /// Your account balance is insufficient to complete this transaction.
    #[error("{required} is more than the balance, {available}")]
    #[api(status = 402)]
    #[api(message = "Your account balance is insufficient to complete this transaction.")]
    #[api(example("Custom Business Logic Error, POST /api/v1/users", Self::InsufficientBalance {
        required: Money::from_cents(10_000),
        available: Money::from_cents(5_050),
    }))]
    InsufficientBalance {
        /// What the transaction costs.
        #[api(public)]
        required: Money,
        /// What the account has.
        #[api(public)]
        available: Money,
    },
}

/// What every HTTP service can answer.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = nested, rename_all = "SCREAMING_SNAKE_CASE", group = "HTTP Error Codes")]
pub enum HttpError {
    /// The resource does not take this method. The `Allow` header lists those that it takes.
    #[error("The resource does not take this method.")]
    #[api(status = 405, allow(missing_header))] // axum sends the header
    MethodNotAllowed,
}

errcode::catalog! {
    /// Understanding API error codes is crucial for debugging and building robust applications. This
    /// guide outlines the common error codes returned by our API, their meanings, and suggested
    /// actions.
    pub static ACCOUNTS: Catalog = {
        title: "API Error Codes",
        types: [AccountError],
        after: include_str!("after.md"),
    };
}

/// The status of a request that is too large, or of a media type that is not supported. Any other request that
/// cannot be read has the declared status.
fn unreadable(rejection: &Rejection) -> Option<StatusCode> {
    let is_its_own = matches!(
        rejection.kind(),
        RejectionKind::Size | RejectionKind::MediaType
    );
    is_its_own.then(|| rejection.status())
}
