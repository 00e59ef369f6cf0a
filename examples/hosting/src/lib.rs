//! A hosting service: its users buy, start, stop and restore instances.
//!
//! Everything is in memory, except the logs of instances, which are files.

pub mod errors;
pub mod keys;
mod routes;
pub mod state;

use axum::Router;
use axum::middleware::from_fn_with_state;
use errcode::axum::{ContextLayer, docs_service, on_panic};
use tower_http::catch_panic::CatchPanicLayer;

use crate::errors::{HostingError, HttpError};
pub use crate::routes::routes;
use crate::state::{Hosting, unix_time};

errcode::catalog! {
    /// ## Error Response Format
    ///
    /// All API errors return a JSON object with an `error` key containing a machine-readable `code`
    /// and a human-readable `message`.
    ///
    /// ```json
    /// {
    ///   "error": {
    ///     "code": "error_code_string",
    ///     "message": "Description of what went wrong"
    ///   }
    /// }
    /// ```
    ///
    /// Some validation errors include a `details` field with per-field information:
    ///
    /// ```json
    /// {
    ///   "error": {
    ///     "code": "unprocessable_entity",
    ///     "message": "Validation failed",
    ///     "details": {
    ///       "name": "is required"
    ///     }
    ///   }
    /// }
    /// ```
    ///
    /// ## HTTP Status Codes
    ///
    /// | Status | Meaning | When It Occurs |
    /// | --- | --- | --- |
    /// | 200 | Success | Request completed |
    /// | 201 | Created | Resource created |
    /// | 401 | Unauthorized | Missing, invalid, or expired API key |
    /// | 403 | Forbidden | Valid key but insufficient permissions |
    /// | 404 | Not Found | Resource does not exist or belongs to another account |
    /// | 405 | Method Not Allowed | The endpoint exists, but not for this method |
    /// | 422 | Unprocessable Content | Validation error or invalid request |
    /// | 429 | Too Many Requests | Rate limit exceeded |
    /// | 500 | Internal Server Error | Unexpected server-side failure |
    ///
    /// Every response, whatever its status, has the `X-RateLimit` headers that
    /// [`HostingError::RateLimitExceeded`] lists.
    pub static HOSTING: Catalog = {
        title: "API: Error Codes",
        types: [HostingError, HttpError],
        after: include_str!("troubleshooting.md"),
    };
}

/// The service with fresh data, whose logs are in the folder `hosting-logs`.
pub fn app() -> Router {
    guarded(routes(), Hosting::new("hosting-logs", unix_time))
}

/// Puts around routes what every one of them needs: fallbacks, a net for panics, the rate limit; and
/// beside them the errors' documents.
pub fn guarded(routes: Router<Hosting>, hosting: Hosting) -> Router {
    routes
        .fallback(async || HostingError::NotFound)
        .method_not_allowed_fallback(async || HttpError::MethodNotAllowed)
        .layer(CatchPanicLayer::custom(on_panic::<HostingError>))
        .layer(from_fn_with_state(hosting.clone(), routes::limited))
        .layer(ContextLayer::new())
        .nest_service("/errors", docs_service(&HOSTING))
        .with_state(hosting)
}
