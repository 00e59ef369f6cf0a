//! Every error of the hosting API.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use axum::http::StatusCode;
use errcode::ApiError;
use errcode::axum::{Panic, Rejection, RejectionKind};

/// The codes of the API.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = nested, group = "Error Code Reference", challenge = "Bearer")]
#[api(deny(undocumented))]
pub enum HostingError {
    /// Returned when the API key is missing, invalid, or expired.
    ///
    /// # Causes
    /// - No Authorization header in the request
    /// - The Bearer token does not match any active API key
    /// - The API key has been revoked from the dashboard
    /// - The API key has passed its expiration date
    ///
    /// # Fix
    /// - Verify your API key is included in the Authorization header as `Bearer oc_live_...`
    /// - Check that the key has not been revoked in Dashboard > Settings > API Keys
    /// - Generate a new key if the current one has expired
    #[error("unauthorized: {0}")]
    #[api(status = 401, code = "unauthorized")]
    #[api(message = "Invalid or missing API key")]
    #[api(example(Self::Unauthorized(KeyFault::Missing)))]
    Unauthorized(KeyFault),

    /// Returned when your API key is valid but lacks the permissions for the requested action.
    ///
    /// # Fix
    /// - Verify your account has access to the requested resource
    /// - Contact support if you believe this is an error
    #[error("Access denied")]
    #[api(status = 403, code = "forbidden")]
    Forbidden,

    /// The requested resource does not exist or belongs to a different account. The API does not
    /// distinguish between "does not exist" and "belongs to someone else" for security reasons.
    ///
    /// # Fix
    /// - Verify the resource ID in your request URL
    /// - Use the list endpoints to find valid resource IDs
    /// - Confirm the resource has not been deleted
    #[error("Resource not found")]
    #[api(status = 404, code = "not_found")]
    NotFound,

    /// What belongs to somebody else; the log alone tells it from what does not exist.
    #[error("instance {id} belongs to {owner}")]
    #[api(hide_as = NotFound)]
    SomebodyElses {
        /// The instance that was asked for.
        id: String,
        /// The account that it belongs to.
        owner: &'static str,
    },

    /// The request was understood but cannot be processed. This covers validation errors and
    /// business logic constraints.
    ///
    /// # Fix
    /// - Read the `message` field for specific guidance
    /// - Check the current state of the resource before performing actions
    /// - Use the Get Instance Details endpoint to verify `can_start`, `can_stop`, and
    ///   `can_restart` fields
    #[error("{0}")]
    #[api(status = 422, code = "unprocessable_entity", message = "{0}")]
    #[api(example(
        "Starting an instance that is already running",
        Self::Unprocessable(Refusal::AlreadyRunning)
    ))]
    #[api(example(
        "Deleting a subscription-based instance via API",
        Self::Unprocessable(Refusal::NotDailyBilling)
    ))]
    #[api(example(
        "Invalid package selection during purchase",
        Self::Unprocessable(Refusal::NoSuchPackage)
    ))]
    #[api(example(
        "Restoring a backup while the instance is running",
        Self::Unprocessable(Refusal::RunningDuringRestore)
    ))]
    Unprocessable(Refusal),

    /// Some validation errors include a `details` field with per-field information.
    #[error("Validation failed")]
    #[api(status = 422, code = "unprocessable_entity", allow(duplicate_code))]
    #[api(example(
        "A required field is missing",
        Self::Invalid { fields: BTreeMap::from([("name", "is required")]) }
    ))]
    Invalid {
        /// What is wrong with each field.
        #[api(flatten)]
        fields: BTreeMap<&'static str, &'static str>,
    },

    /// A request that cannot be read, such as a body that is no JSON, is a validation error too.
    #[error("unreadable request")]
    #[api(status = 422, code = "unprocessable_entity", allow(duplicate_code))]
    #[api(message = "The request could not be read.")]
    #[api(example(
        "Sending a body that is no JSON",
        Self::Unreadable(Rejection::new(StatusCode::BAD_REQUEST, "no JSON"))
    ))]
    #[api(example(
        "Sending another media type than JSON",
        Self::Unreadable(Rejection::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "no JSON"))
    ))]
    Unreadable(
        #[from]
        #[api(status = unreadable)]
        Rejection,
    ),

    /// You have exceeded the rate limit of 100 requests per minute for your API key.
    ///
    /// Rate limit headers are included in every response, not only in this one.
    ///
    /// # Fix
    /// - Wait until the `X-RateLimit-Reset` timestamp before retrying
    /// - Add delays between requests in automated scripts
    /// - Use the `X-RateLimit-Remaining` header to avoid hitting the limit
    #[error("rate limit exceeded until {reset}")]
    #[api(status = 429, code = "rate_limit_exceeded")]
    #[api(message = "Rate limit exceeded. Try again later.")]
    #[api(example(Self::RateLimitExceeded { limit: 100, remaining: 0, reset: 1_770_681_600 }))]
    RateLimitExceeded {
        /// Maximum requests per minute (100)
        #[api(header = "X-RateLimit-Limit")]
        limit: u32,
        /// Requests left in the current window
        #[api(header = "X-RateLimit-Remaining")]
        remaining: u32,
        /// Unix timestamp when the window resets
        #[api(header = "X-RateLimit-Reset")]
        reset: u64,
    },

    /// An unexpected error occurred on the server. The error details are logged internally but not
    /// exposed in the response for security.
    ///
    /// # Fix
    /// - Retry the request after a short delay
    /// - If the error persists, contact support with the timestamp and endpoint you called
    #[error("can't read {}", file.display())]
    #[api(status = 500, code = "internal_error")]
    #[api(message = "An internal error occurred")]
    #[api(example(Self::Storage { file: PathBuf::new(), source: io::ErrorKind::NotFound.into() }))]
    Storage {
        /// The file that can't be read.
        file: PathBuf,
        /// Why it can't.
        source: io::Error,
    },

    /// The same, where it is a bug.
    #[error("a handler panicked")]
    #[api(hide_as = Storage)]
    Panicked(#[from] Panic),
}

/// What HTTP demands beside the codes of the API.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = nested, group = "HTTP errors", deny(undocumented))]
pub enum HttpError {
    /// The endpoint exists, but not for this method. The `Allow` header lists the methods it has.
    #[error("Method not allowed")]
    #[api(status = 405, code = "method_not_allowed", allow(missing_header))]
    MethodNotAllowed,
}

/// Why an API key is not accepted. The log reads it, the client does not.
#[derive(Debug, thiserror::Error)]
pub enum KeyFault {
    /// There is no `Authorization` header.
    #[error("no Authorization header")]
    Missing,
    /// There is one, but not of the Bearer scheme.
    #[error("not a Bearer token")]
    NotBearer,
    /// The token is no key.
    #[error("no such key")]
    Unknown,
    /// The key was revoked.
    #[error("the key is revoked")]
    Revoked,
    /// The key's time is over.
    #[error("the key has expired")]
    Expired,
}

/// Why an instance can't do what it was asked to, in words for the client.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// A start of what runs.
    #[error("Instance is already running")]
    AlreadyRunning,
    /// A stop of what is stopped.
    #[error("Instance is already stopped")]
    AlreadyStopped,
    /// A pause or restart of what does not run.
    #[error("Instance is not running")]
    NotRunning,
    /// A deletion of what is paid for by the month.
    #[error(
        "This instance cannot be deleted. Only daily billing instances can be deleted via API."
    )]
    NotDailyBilling,
    /// A purchase of what is not for sale.
    #[error("Invalid package index. Please select a valid Claw package.")]
    NoSuchPackage,
    /// A restoration under a running instance.
    #[error("Instance must be stopped or paused before restoring a backup.")]
    RunningDuringRestore,
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
