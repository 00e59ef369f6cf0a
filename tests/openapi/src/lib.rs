//! The errors whose descriptions are compared: three of one type share a status, and so does one of another type.

use errcode::ApiError;
use errcode::foreign::Rejection;

/// Everything that can go wrong with a skill.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
pub enum SkillError {
    /// The slug is already in use.
    #[error("slug `{slug}` is taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    #[api(example(Self::SlugTaken { slug: "pdf-tools".into() }))]
    SlugTaken {
        /// The slug of the request.
        #[api(public)]
        slug: String,
    },
    /// The name is already in use.
    #[error("name taken")]
    #[api(status = 409, code = "NAME_TAKEN", header("X-Owner" = "ops"))]
    NameTaken,
    /// The skill is being published.
    #[error("being published")]
    #[api(status = 409, code = "BEING_PUBLISHED")]
    #[api(example(Self::BeingPublished { seconds: 7 }))]
    BeingPublished {
        #[api(header = "Retry-After")]
        seconds: u32,
    },
    /// There is no such skill.
    #[error("not found")]
    #[api(status = 404, code = "SKILL_NOT_FOUND")]
    NotFound,
    /// The request is not valid.
    #[error("rejected")]
    #[api(status = 400, code = "INVALID_REQUEST")]
    Rejected(
        #[from]
        #[api(status = Rejection::status)]
        Rejection,
    ),
    /// Another service failed.
    #[error(transparent)]
    #[api(transparent)]
    Quota(#[from] QuotaError),
}

/// An error of another type.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
pub enum QuotaError {
    /// There are too many skills.
    #[error("{used} of {limit} skills")]
    #[api(status = 409, code = "QUOTA_EXCEEDED")]
    #[api(example(Self::Exceeded { used: 10, limit: 10 }))]
    Exceeded {
        #[api(public)]
        used: u32,
        #[api(public)]
        limit: u32,
    },
    /// The quota is not known.
    #[error("quota not known")]
    #[api(status = 503, code = "QUOTA_UNKNOWN")]
    Unknown,
}

errcode::operation_errors! {
    /// The errors of `POST /skills`.
    pub CreateSkill: SkillError { SlugTaken, NameTaken, BeingPublished }, QuotaError { Exceeded };
    /// The errors of `GET /skills/{slug}`.
    pub GetSkill: SkillError { NotFound };
}

/// An error with a code that the other types have too.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("another slug is taken")]
#[api(format = flat, status = 409, code = "SLUG_TAKEN")]
pub struct OtherSlugTaken;

errcode::operation_errors! {
    /// Types that are listed twice, or that another type includes.
    pub Twice: SkillError, QuotaError, SkillError { NotFound };
    /// Variants of one type, apart.
    pub Apart: SkillError { SlugTaken }, SkillError { NotFound };
    /// Two types with one code.
    pub SameCode: SkillError { SlugTaken }, OtherSlugTaken;
}

/// Codes of the four errors with status 409.
pub const CONFLICTS: [&str; 4] = [
    "BEING_PUBLISHED",
    "NAME_TAKEN",
    "QUOTA_EXCEEDED",
    "SLUG_TAKEN",
];
