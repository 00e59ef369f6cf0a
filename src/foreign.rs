//! Responses that errcode did not make: extractor failures, missing routes, timeouts, panics, and
//! whatever a layer or an upstream server sends.
//!
//! One rule decides what becomes of such a response, in every framework:
//!
//! 1. A response made from an [`ApiError`](crate::ApiError) stays as it is.
//! 2. A response whose status is below 400 stays as it is, for example a redirect.
//! 3. A response with the extension [`Keep`], or one that a predicate keeps, stays as it is.
//! 4. Any other response becomes the service's own error, through `From<Rejection>`. Its headers stay,
//!    except those that describe the replaced body (`Content-Type`, `ETag` and the like). Challenges,
//!    cookies and other list headers of both responses are sent.
//!
//! The text of the original is for the log. At most 4 KiB are read, only what is available at once, and
//! only if it is text without a `Content-Encoding`. Reading it never delays the response.
//!
//! [`RejectionLayer`] and the extractors of the framework modules apply the rule. To apply it in another
//! framework, use [`RejectionLayer::keeps`], [`Rejection::from_response`] and [`replacement`].

mod layer;
mod panic;
#[cfg(any(feature = "axum", feature = "rocket", feature = "salvo"))]
mod part;
mod rejection;
mod replace;

pub use layer::RejectionLayer;
pub use panic::{CaughtFuture, Panic, PanicLayer, catch_panic};
#[cfg(any(feature = "axum", feature = "rocket", feature = "salvo"))]
pub(crate) use part::part_of_request;
pub use rejection::{Keep, Rejection, RejectionKind};
pub use replace::{empty_for_head, merge_headers, replacement, stays};
