//! Every error of the vault API.

use std::io;
use std::time::Duration;

use axum::http::StatusCode;
use errcode::ApiError;
use errcode::axum::{Panic, Rejection, RejectionKind};

use crate::access::Tier;
use crate::state::Resource;

/// Every status that the API answers with when something is wrong.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem(code = false), group = "HTTP status codes")]
#[api(rename_all = "snake_case", challenge = "Bearer", deny(undocumented))]
pub enum VaultError {
    /// Invalid path format, invalid request body, validation failure (e.g. empty permissions).
    #[error("{0}")]
    #[api(status = 400, message = "{0}")]
    #[api(example("Invalid path format", Self::BadRequest(Invalid::Path)))]
    #[api(example("Validation failure", Self::BadRequest(Invalid::Permissions)))]
    BadRequest(Invalid),

    /// The request cannot be read at all, such as a body that is no JSON.
    #[error("unreadable request")]
    #[api(status = 400, code = "bad_request", allow(duplicate_code))]
    #[api(message = "The request could not be read")]
    #[api(example(
        "Unreadable request",
        Self::Unreadable(Rejection::new(StatusCode::BAD_REQUEST, "no JSON"))
    ))]
    #[api(example(
        "Another media type than JSON",
        Self::Unreadable(Rejection::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "no JSON"))
    ))]
    Unreadable(
        #[from]
        #[api(status = unreadable)]
        Rejection,
    ),

    /// Missing `Authorization` header, invalid Bearer format, invalid or expired JWT, wrong
    /// credentials (email/password or API key).
    #[error("{0}")]
    #[api(status = 401, message = "{0}")]
    #[api(example(Self::Unauthorized(Stranger::NoHeader)))]
    Unauthorized(Stranger),

    /// Valid JWT but no permission for this resource (policy does not grant the action, or not
    /// vault owner).
    #[error("forbidden: {0}")]
    #[api(status = 403, message = "Insufficient permissions")]
    #[api(example(Self::Forbidden(Denial::NotGranted)))]
    Forbidden(Denial),

    /// Tier limit reached for vaults, secrets, or agents. `type` field is
    /// `"resource_limit_exceeded"`. Upgrade plan or delete unused resources.
    #[error(
        "{resource} limit reached ({used}/{limit} on {tier} tier). Upgrade your plan for more."
    )]
    #[api(
        status = 403,
        type = "resource_limit_exceeded",
        title = "Resource Limit Exceeded"
    )]
    #[api(example(Self::ResourceLimitExceeded {
        resource: Resource::Vault,
        used: 3,
        limit: 3,
        tier: Tier::Free,
    }))]
    ResourceLimitExceeded {
        /// What there are too many of: `vault`, `secret` or `agent`.
        #[api(public)]
        resource: Resource,
        /// How many there are.
        #[api(public)]
        used: usize,
        /// How many there may be.
        #[api(public)]
        limit: usize,
        /// The tier that sets the limit.
        #[api(public)]
        tier: Tier,
    },

    /// Vault, secret, policy, or agent not found (wrong ID or path).
    #[error("{0} not found")]
    #[api(status = 404, message = "{0} not found")]
    #[api(example(Self::NotFound(Resource::Secret)))]
    NotFound(Resource),

    /// Request conflicts with current state (e.g. name already exists, if applicable).
    #[error("{0} name already exists")]
    #[api(status = 409, message = "{0} name already exists")]
    #[api(example(Self::Conflict(Resource::Vault)))]
    Conflict(Resource),

    /// Secret has expired, been soft-deleted, or exceeded `max_access_count`.
    #[error("{0}")]
    #[api(status = 410, message = "{0}")]
    #[api(example("Expired", Self::Gone(End::Expired)))]
    #[api(example("Soft-deleted", Self::Gone(End::Deleted)))]
    #[api(example("Read too often", Self::Gone(End::UsedUp)))]
    Gone(End),

    /// Rate limit exceeded.
    #[error("Rate limit exceeded")]
    #[api(status = 429)]
    #[api(example(Self::TooManyRequests { retry_after: Duration::from_secs(30) }))]
    TooManyRequests {
        /// Seconds until requests are answered again.
        #[api(header = "Retry-After")]
        retry_after: Duration,
    },

    /// Server-side failure (e.g. database, KMS). Detail is generic.
    #[error("the key of a vault cannot be read")]
    #[api(status = 500, message = "An internal error occurred")]
    #[api(example(Self::InternalServerError(io::ErrorKind::NotFound.into())))]
    InternalServerError(#[from] io::Error),

    /// The same, where it is a bug.
    #[error("a handler panicked")]
    #[api(hide_as = InternalServerError)]
    Panicked(#[from] Panic),
}

/// What HTTP demands beside the statuses of the API.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem(code = false), group = "HTTP errors", deny(undocumented))]
pub enum HttpError {
    /// The endpoint exists, but not for this method. The `Allow` header lists the methods it has.
    #[error("This endpoint does not answer the method")]
    #[api(status = 405, code = "method_not_allowed", allow(missing_header))]
    MethodNotAllowed,
}

/// What is not valid in a request that can be read.
#[derive(Debug, thiserror::Error)]
pub enum Invalid {
    /// A secret's path.
    #[error("Invalid path format")]
    Path,
    /// A name.
    #[error("Name must have 1 to 64 characters")]
    Name,
    /// A policy that grants nothing.
    #[error("Permissions must not be empty")]
    Permissions,
    /// A secret that nobody could ever read.
    #[error("max_access_count must be at least 1")]
    MaxAccessCount,
}

/// Why it is not known who asks.
#[derive(Debug, thiserror::Error)]
pub enum Stranger {
    /// No header.
    #[error("Missing Authorization header")]
    NoHeader,
    /// A header of another scheme.
    #[error("Invalid Bearer format")]
    NotBearer,
    /// A token that is made up or too old.
    #[error("Invalid or expired token")]
    Token,
    /// A sign-in that fails.
    #[error("Wrong credentials")]
    Credentials,
}

/// Why the one who asks may not. The log reads it, the client does not.
#[derive(Debug, thiserror::Error)]
pub enum Denial {
    /// No policy of the vault grants the action.
    #[error("no policy grants it")]
    NotGranted,
    /// Only the owner may do this.
    #[error("not the vault's owner")]
    NotOwner,
}

/// Why a secret is there no more.
#[derive(Debug, thiserror::Error)]
pub enum End {
    /// Its time is over.
    #[error("Secret has expired")]
    Expired,
    /// Somebody deleted it.
    #[error("Secret has been deleted")]
    Deleted,
    /// It was read as often as it may be.
    #[error("Secret has exceeded its maximum access count")]
    UsedUp,
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
