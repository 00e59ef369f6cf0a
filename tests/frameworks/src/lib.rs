//! The errors of one service that every framework serves: each feature of the grammar, in each format.

use std::collections::BTreeMap;
use std::time::Duration;

use errcode::ApiError;
use errcode::foreign::{Panic, Rejection, RejectionKind};

/// The body of `/json` and `/json/short`, the query of `/query` and the form of `/form`.
#[derive(Debug, serde::Deserialize)]
pub struct Page {
    /// The number of the page.
    pub page: u32,
}

/// The longest body that `/json/short` takes, in bytes.
pub const SHORT: usize = 10;

/// One error type for each format, alike in all but that.
macro_rules! errors {
    ($($format:ident, $name:ident, $inner:ident;)*) => {$(
        /// Every feature of the grammar.
        #[derive(Debug, thiserror::Error, ApiError)]
        #[api(format = $format, challenge = "Bearer")]
        pub enum $name {
            /// No fields.
            #[error("there is no such skill")]
            #[api(status = 404, code = "NOT_FOUND")]
            NotFound,
            /// Details in the text and as members.
            #[error("slug `{slug}` is taken")]
            #[api(status = 409, code = "SLUG_TAKEN", type = "https://example.com/{code}", title = "Slug taken")]
            SlugTaken {
                #[api(public)]
                slug: String,
                #[api(public = "suggestedSlugs")]
                suggested: Vec<String>,
                #[api(public)]
                absent: Option<u32>,
            },
            /// A map.
            #[error("invalid fields")]
            #[api(status = 422, code = "INVALID_FIELDS")]
            Fields(#[api(flatten)] BTreeMap<String, Vec<String>>),
            /// Headers, fixed and from fields.
            #[error("rate limited")]
            #[api(status = 429, code = "RATE_LIMITED", header("X-RateLimit-Limit" = "5"))]
            RateLimited {
                #[api(header = "Retry-After")]
                retry_after: Duration,
                #[api(header = "X-Broken")]
                broken: String,
            },
            /// A challenge.
            #[error("not signed in")]
            #[api(status = 401, code = "UNAUTHENTICATED", category = "auth")]
            Unauthenticated,
            /// A source that stays private.
            #[error("storage failed")]
            #[api(status = 502, code = "STORAGE_ERROR")]
            Storage(#[from] std::io::Error),
            /// A message.
            #[error("quota of {tenant}")]
            #[api(status = 403, code = "QUOTA", message = "{used} of {limit} used")]
            Quota {
                tenant: u32,
                used: u32,
                #[api(public)]
                limit: u32,
            },
            /// Text that is shown.
            #[error("maintenance until {0}")]
            #[api(status = 503, code = "MAINTENANCE", expose)]
            Maintenance(String),
            /// Hidden behind another variant.
            #[error("secret skill")]
            #[api(hide_as = NotFound)]
            Secret,
            /// A status that is chosen at run time.
            #[error("upstream answered {0}")]
            #[api(status = 502, code = "UPSTREAM")]
            Upstream(#[api(status)] u16),
            /// Another type.
            #[error(transparent)]
            #[api(transparent)]
            Inner(#[from] $inner),
            /// The request is not valid.
            #[error("rejected")]
            #[api(status = 400, code = "REJECTED")]
            Rejected(#[source] #[api(status = Rejection::status)] Rejection),
            /// The body is not valid.
            #[error("invalid body")]
            #[api(status = 400, code = "INVALID_BODY", message = "The body is not valid.")]
            Body(#[source] Rejection),
            /// The query is not valid.
            #[error("invalid query")]
            #[api(status = 400, code = "INVALID_QUERY", message = "The query is not valid.")]
            Query(#[source] Rejection),
            /// The path is not valid.
            #[error("invalid path")]
            #[api(status = 400, code = "INVALID_PATH", message = "The path is not valid.")]
            Path(#[source] Rejection),
            /// The form is not valid.
            #[error("invalid form")]
            #[api(status = 400, code = "INVALID_FORM", message = "The form is not valid.")]
            Form(#[source] Rejection),
            /// Something went wrong on our side.
            #[error("panicked")]
            #[api(status = 500, code = "INTERNAL_ERROR")]
            Panicked(#[from] Panic),
        }

        /// An error inside of another.
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("expired")]
        #[api(status = 410, code = "EXPIRED")]
        #[api(format = $format)]
        pub struct $inner;

        impl $name {
            /// The errors that `/errors/NUMBER` answers with.
            pub fn all() -> Vec<Self> {
                let fields = [("name", vec!["is empty"]), ("a\"b", vec!["é", "\u{1F600}\n"])];
                let fields = fields.map(|(name, texts)| {
                    (name.to_owned(), texts.into_iter().map(str::to_owned).collect())
                });
                vec![
                    Self::NotFound,
                    Self::SlugTaken { slug: "pdf\"tools\u{0}".into(), suggested: vec!["a".into()], absent: None },
                    Self::Fields(BTreeMap::from(fields)),
                    Self::RateLimited { retry_after: Duration::from_millis(1500), broken: "a\nb".into() },
                    Self::Unauthenticated,
                    Self::Storage(std::io::Error::other("pw=1")),
                    Self::Quota { tenant: 7, used: 3, limit: 5 },
                    Self::Maintenance("x".repeat(5000)),
                    Self::Secret,
                    Self::Upstream(504),
                    Self::Upstream(200),
                    Self::Inner($inner),
                ]
            }
        }

        impl From<Rejection> for $name {
            fn from(rejection: Rejection) -> Self {
                match rejection.kind() {
                    RejectionKind::Body => Self::Body(rejection),
                    RejectionKind::Query => Self::Query(rejection),
                    RejectionKind::Path => Self::Path(rejection),
                    RejectionKind::Form => Self::Form(rejection),
                    _ => Self::Rejected(rejection),
                }
            }
        }
    )*};
}

errors! {
    problem, ProblemError, ProblemInner;
    nested, NestedError, NestedInner;
    flat, FlatError, FlatInner;
}

errcode::catalog! {
    /// The errors of this service.
    pub static ERRORS: Catalog = { title: "Frameworks", types: [FlatError] };
}
