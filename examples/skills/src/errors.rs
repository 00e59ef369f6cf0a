//! Every error of the skills API: one enum for each group of codes, and one enum for all groups.

use std::error::Error;
use std::io;
use std::time::Duration;

use errcode::ApiError;

use crate::validation::FieldErrors;

/// What a handler returns: any error of the API, by `?`.
#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(format = flat, transparent)]
pub enum SkillsError {
    /// Who is asking is not known.
    Auth(#[from] AuthError),
    /// A skill stands in the way.
    Skill(#[from] SkillError),
    /// A purchase does.
    Purchase(#[from] PurchaseError),
    /// A claim does.
    Claim(#[from] ClaimError),
    /// A license code does.
    License(#[from] LicenseError),
    /// What was typed in is not acceptable.
    Profile(#[from] ProfileError),
    /// It could happen anywhere.
    General(#[from] GeneralError),
    /// It is about HTTP and not about skills.
    Http(#[from] HttpError),
}

/// Who is asking is not known.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, group = "Authentication Errors", challenge = "Bearer")]
pub enum AuthError {
    /// No `Authorization` header provided. Include a Bearer token.
    #[error("No Authorization header provided. Include a Bearer token.")]
    #[api(status = 401, code = "AUTH_MISSING")]
    Missing,

    /// The provided token is invalid or malformed.
    #[error("The provided token is invalid or malformed.")]
    #[api(status = 401, code = "AUTH_INVALID")]
    #[api(header("WWW-Authenticate" = "Bearer error=\"invalid_token\""))]
    Invalid,

    /// The token has expired. Sign in again to get a fresh token.
    #[error("The token has expired. Sign in again to get a fresh token.")]
    #[api(status = 401, code = "AUTH_EXPIRED")]
    #[api(header("WWW-Authenticate" = "Bearer error=\"invalid_token\""))]
    Expired,
}

/// A skill can't be read, published or changed.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, group = "Skill Errors")]
pub enum SkillError {
    /// The requested skill slug does not exist.
    #[error("The requested skill slug does not exist.")]
    #[api(status = 404, code = "SKILL_NOT_FOUND")]
    #[api(example(Self::NotFound { slug: "pdf-tool".into() }))]
    NotFound {
        /// The slug that was asked for.
        #[api(public)]
        slug: String,
    },

    /// The skill was blocked by the security review pipeline.
    #[error("The skill was blocked by the security review pipeline.")]
    #[api(status = 403, code = "SKILL_BLOCKED")]
    Blocked,

    /// The slug is already in use. Choose a different name.
    #[error("The slug \"{slug}\" is already in use. Choose a different name.")]
    #[api(status = 409, code = "SKILL_SLUG_TAKEN")]
    #[api(example(Self::SlugTaken { slug: "pdf-tools".into() }))]
    SlugTaken {
        /// The slug that another skill has.
        #[api(public)]
        slug: String,
    },

    /// You attempted to modify a skill you do not own.
    #[error("You attempted to modify a skill you do not own.")]
    #[api(status = 403, code = "SKILL_NOT_OWNER")]
    NotOwner,

    /// The skill has been unpublished. Use `POST /v1/skills/{slug}/republish` to restore it.
    #[error("The skill has been unpublished. Use POST /v1/skills/{slug}/republish to restore it.")]
    #[api(status = 400, code = "SKILL_ARCHIVED")]
    #[api(example(Self::Archived { slug: "old-notes".into() }))]
    Archived {
        /// The slug of the skill.
        #[api(public)]
        slug: String,
    },

    /// A new version is already pending security review. Wait for it to complete.
    #[error("A new version is already pending security review. Wait for it to complete.")]
    #[api(status = 409, code = "SKILL_VERSION_PENDING")]
    #[api(example(Self::VersionPending { version: 2 }))]
    VersionPending {
        /// The version that is being reviewed.
        #[api(public)]
        version: u32,
    },

    /// You must set a username before publishing. Update your profile first via
    /// `PATCH /v1/users/profile`.
    #[error(
        "You must set a username before publishing. Update your profile first via PATCH /v1/users/profile."
    )]
    #[api(status = 400, code = "USERNAME_REQUIRED")]
    UsernameRequired,
}

/// A skill can't be bought, or has to be.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, group = "Purchase Errors")]
pub enum PurchaseError {
    /// No purchase found for the given ID or session.
    #[error("No purchase found for the given ID or session.")]
    #[api(status = 404, code = "PURCHASE_NOT_FOUND")]
    NotFound,

    /// You need to purchase this paid skill before downloading.
    #[error("You need to purchase this paid skill before downloading.")]
    #[api(status = 403, code = "PURCHASE_REQUIRED")]
    #[api(example(Self::Required { price_cents: 900 }))]
    Required {
        /// What the skill costs.
        #[api(public)]
        price_cents: u32,
    },

    /// You already own this skill.
    #[error("You already own this skill.")]
    #[api(status = 409, code = "PURCHASE_DUPLICATE")]
    Duplicate,

    /// This skill is free and does not require a checkout.
    #[error("This skill is free and does not require a checkout.")]
    #[api(status = 400, code = "PURCHASE_FREE_SKILL")]
    FreeSkill,
}

/// A skill from another catalog can't be claimed.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, group = "Claim Errors")]
#[expect(clippy::doc_markdown, reason = "ClawHub is a name and not code")]
pub enum ClaimError {
    /// The claim ID does not exist or does not belong to you.
    #[error("The claim ID does not exist or does not belong to you.")]
    #[api(status = 404, code = "CLAIM_NOT_FOUND")]
    NotFound,

    /// The claim is another user's, who alone may know that there is one.
    #[error("claim {id} belongs to another user")]
    #[api(hide_as = NotFound)]
    NotYours {
        /// For the log.
        id: u32,
    },

    /// Only external (ClawHub) skills can be claimed.
    #[error("Only external (ClawHub) skills can be claimed.")]
    #[api(status = 400, code = "CLAIM_NOT_CLAWHUB")]
    NotClawHub,

    /// This skill has already been claimed by another user.
    #[error("This skill has already been claimed by another user.")]
    #[api(status = 409, code = "CLAIM_ALREADY_CLAIMED")]
    AlreadyClaimed,

    /// The claim is not in sandbox status and cannot be approved.
    #[error("The claim is not in sandbox status and cannot be approved.")]
    #[api(status = 400, code = "CLAIM_NOT_SANDBOX")]
    NotSandbox,
}

/// A license code can't be redeemed.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, group = "License Errors")]
pub enum LicenseError {
    /// The license code does not match any purchase.
    #[error("The license code does not match any purchase.")]
    #[api(status = 400, code = "LICENSE_INVALID")]
    Invalid,

    /// This license code has already been redeemed.
    #[error("This license code has already been redeemed.")]
    #[api(status = 409, code = "LICENSE_REDEEMED")]
    Redeemed,
}

/// What was typed in is not acceptable.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, group = "User Profile Errors")]
pub enum ProfileError {
    /// The requested username is already in use. Choose another.
    #[error("The username \"{username}\" is already in use. Choose another.")]
    #[api(status = 409, code = "USERNAME_TAKEN")]
    #[api(example(Self::UsernameTaken { username: "ada".into() }))]
    UsernameTaken {
        /// The name that another user has.
        #[api(public)]
        username: String,
    },

    /// Input validation failed. Check the error `detail` for specifics.
    #[error("Input validation failed. {fields}")]
    #[api(status = 422, code = "VALIDATION_ERROR")]
    #[api(example(Self::Validation { fields: FieldErrors::of("name", "must not be empty") }))]
    Validation {
        /// What is wrong, by the field of the request.
        #[api(flatten)]
        fields: FieldErrors,
    },
}

/// What can go wrong with every request.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, group = "General Errors")]
pub enum GeneralError {
    /// The requested resource was not found.
    #[error("The requested resource was not found.")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,

    /// You do not have permission to perform this action.
    #[error("You do not have permission to perform this action.")]
    #[api(status = 403, code = "FORBIDDEN")]
    Forbidden,

    /// The uploaded file exceeds the size limit.
    #[error("The uploaded file exceeds the size limit of {limit_bytes} bytes.")]
    #[api(status = 413, code = "FILE_TOO_LARGE")]
    #[api(example(Self::FileTooLarge { limit_bytes: crate::storage::FILE_LIMIT }))]
    FileTooLarge {
        /// The largest file that is taken.
        #[api(public)]
        limit_bytes: usize,
    },

    /// File storage operation failed. Retry the request.
    #[error("file storage failed")]
    #[api(status = 502, code = "STORAGE_ERROR")]
    #[api(message = "File storage operation failed. Retry the request.")]
    Storage(#[from] io::Error),

    /// Too many requests. See [Rate Limits](#rate-limits) for details.
    #[error("Too many requests. See Rate Limits for details.")]
    #[api(status = 429, code = "RATE_LIMITED")]
    #[api(example(Self::RateLimited { retry_after: Duration::from_secs(30) }))]
    RateLimited {
        /// When the next request will be answered.
        #[api(header = "Retry-After")]
        retry_after: Duration,
    },
}

/// What every HTTP service can answer.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, group = "HTTP Errors")]
pub enum HttpError {
    /// The resource does not take this method. The `Allow` header lists those that it takes.
    #[error("The resource does not take this method.")]
    #[api(status = 405, code = "METHOD_NOT_ALLOWED")]
    #[api(allow(missing_header))] // axum sends the header
    MethodNotAllowed,

    /// Something went wrong on our side. Retry the request.
    #[error("internal error")]
    #[api(status = 500, code = "INTERNAL_ERROR")]
    #[api(message = "Something went wrong on our side. Retry the request.")]
    Internal(#[source] Box<dyn Error + Send + Sync>),
}

errcode::catalog! {
    /// When an API request fails, the response includes a structured error with a machine-readable
    /// `code` and human-readable `detail`:
    ///
    /// ```json
    /// {
    ///   "code": "PURCHASE_DUPLICATE",
    ///   "detail": "You already own this skill."
    /// }
    /// ```
    ///
    /// The `code` field enables precise error handling in your application. Where an error has more
    /// to tell, a `details` object beside them names it value by value.
    pub static SKILLS: Catalog = {
        title: "Skills API Errors",
        types: [SkillsError],
        after: include_str!("rate-limits.md"),
    };
}
