//! salvo 1: `Scribe` for every error, and hoops for what salvo answers by itself.
//!
//! A handler returns `Result<_, MyError>`, and `?` does the rest.
//!
//! | what fails | what to write |
//! | --- | --- |
//! | an extractor, a route, a method, other hoops | [`RejectionLayer`], a variant `Rejected(#[from] Rejection)` |
//! | an extractor whose part of the request you want to know | [`Extract`] around it |
//! | a panic | [`PanicLayer`], a variant `Panicked(#[from] Panic)` |
//!
//! Add the layers to the service, not to a router: a router has its hoops only where a route is found. salvo runs the
//! first hoop around all others:
//!
//! ```
//! use errcode::ApiError;
//! use errcode::salvo::{ContextLayer, Extract, Panic, PanicLayer, Rejection, RejectionLayer};
//! use salvo_core::prelude::*;
//! use salvo_core::extract::JsonBody;
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! enum SkillError {
//!     /// The request is not valid.
//!     #[error("rejected")]
//!     #[api(status = 400, code = "INVALID_REQUEST")]
//!     Rejected(#[from] #[api(status = Rejection::status)] Rejection),
//!     /// Something went wrong on our side.
//!     #[error("panicked")]
//!     #[api(status = 500, code = "INTERNAL_ERROR")]
//!     Panicked(#[from] Panic),
//! }
//!
//! #[handler]
//! async fn rename(name: Extract<JsonBody<String>>) -> Result<String, SkillError> {
//!     Ok(format!("it is {} now", name.0.into_inner()))
//! }
//!
//! let service = Service::new(Router::with_path("name").put(rename))
//!     .hoop(ContextLayer::new())
//!     .hoop(RejectionLayer::<SkillError>::new())
//!     .hoop(PanicLayer::<SkillError>::new());
//! # let _ = service;
//! ```
//!
//! `hoop_when` with the beginning of a path gives the service's parts errors of their own.

#[cfg(feature = "docs")]
mod docs;
mod extract;
mod layers;

use bytes::Bytes;
use errcode_core::__private::respond;
use errcode_core::ApiError;
use salvo_core::Response;
use salvo_core::http::ResBody;

#[cfg(feature = "docs")]
pub use docs::docs_service;
pub use extract::{Extract, Failed};

pub use crate::context::ContextLayer;
use crate::foreign::merge_headers;
pub use crate::foreign::{Keep, Panic, PanicLayer, Rejection, RejectionKind, RejectionLayer};

/// `Scribe` for one type: generics, type and where clause as the derive prints them.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_salvo_unless_respond_is_false {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::salvo_core::Scribe for $type $($bounds)* {
            fn render(self, response: &mut $crate::__private::salvo_core::Response) {
                let error = <$type as $crate::__private::AsApiError>::as_api_error(&self);
                $crate::salvo::render(error, response);
            }
        }
    };
}

/// Writes the response of an error over another.
#[doc(hidden)]
pub fn render(error: &dyn ApiError, response: &mut Response) {
    let mut ours = respond::<Bytes>(error);
    merge_headers(ours.headers_mut(), &response.headers);
    write(ours, response);
}

/// Writes a response of `http` over one of salvo, whose cookies stay.
fn write(ours: http::Response<Bytes>, response: &mut Response) {
    let (parts, body) = ours.into_parts();
    response.status_code = Some(parts.status);
    response.headers = parts.headers;
    response.extensions.extend(parts.extensions);
    response.body = ResBody::Once(body);
}
