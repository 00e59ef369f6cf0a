//! axum 0.8: `IntoResponse` for every error, and what a service needs beside it.
//!
//! Derived types are answers as they are: a handler returns `Result<_, MyError>`, and `?` does the
//! rest. This module is for what axum answers by itself.
//!
//! | what fails | one or two lines |
//! | --- | --- |
//! | an extractor | [`Extract`] in the handler, a variant `Rejected(#[from] Rejection)` |
//! | no route | `Router::fallback(async \|\| MyError::NotFound)` |
//! | no method | `Router::method_not_allowed_fallback(async \|\| MyError::MethodNotAllowed)`; axum sets `Allow` |
//! | a panic | [`on_panic`] in tower-http's `CatchPanicLayer::custom`, a variant `Panicked(#[from] Panic)` |
//! | anything below a router | [`RejectionLayer`], a variant `Rejected(#[from] Rejection)` |
//!
//! [`ContextLayer`] tells the formats and the log which request an error answers. With feature `docs`,
//! `docs_router` serves the errors' documents.

mod context;
#[cfg(feature = "docs")]
mod docs;
mod extract;
mod panic;
mod rejection;

pub use context::{ContextLayer, ContextService};
#[cfg(feature = "docs")]
pub use docs::{DocsRouter, docs_router};
pub use extract::Extract;
pub use panic::{Panic, on_panic};
pub use rejection::{Rejection, RejectionLayer, RejectionService};

/// `IntoResponse` for one type: generics, type and where clause as the derive prints them.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_axum {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::axum_core::response::IntoResponse for $type $($bounds)* {
            fn into_response(self) -> $crate::__private::axum_core::response::Response {
                let error = <$type as $crate::__private::AsApiError>::as_api_error(&self);
                $crate::__private::respond(error)
            }
        }
    };
}
