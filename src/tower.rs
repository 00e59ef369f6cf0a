//! Layers and services for any tower server (feature `tower`): hyper, tonic, axum and others.
//!
//! | what fails | what to write |
//! | --- | --- |
//! | anything below a layer: missing routes, timeouts, limits | [`RejectionLayer`], a variant `Rejected(#[from] Rejection)` |
//! | a panic | [`on_panic`] in tower-http's `CatchPanicLayer::custom`, a variant `Panicked(#[from] Panic)` |
//!
//! [`ContextLayer`] gives formats and the log the facts of the request. With feature `docs`,
//! `docs_service` serves the errors' documents. All of them work with any request and response body.
//!
//! The order of the layers matters. From the outside to the inside: a layer that makes request ids,
//! [`ContextLayer`], the layers that need final responses (compression, CORS, trace), [`RejectionLayer`],
//! `CatchPanicLayer`, timeouts and limits, the service. Inside axum's `Router::nest` the path has lost its prefix:
//!
//! ```
//! use axum::Router;
//! use errcode::ApiError;
//! use errcode::tower::{ContextLayer, Rejection, RejectionLayer};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[error("rejected")]
//! #[api(status = 400, code = "INVALID_REQUEST")]
//! struct Rejected(#[from] #[api(status = Rejection::status)] Rejection);
//!
//! let app: Router = Router::new()
//!     .layer(RejectionLayer::<Rejected>::new())
//!     .layer(ContextLayer::new());
//! ```

mod body;
mod context;
#[cfg(feature = "docs")]
mod docs;
mod panic;
mod rejection;

pub use body::ResponseBody;
#[cfg(any(feature = "axum", feature = "salvo"))]
pub(crate) use body::available;
pub use context::ContextService;
#[cfg(feature = "docs")]
pub use docs::{DocsService, docs_service};
pub use panic::on_panic;
pub use rejection::{RejectionFuture, RejectionService};

pub use crate::context::ContextLayer;
pub use crate::foreign::{Keep, Panic, Rejection, RejectionKind, RejectionLayer};
