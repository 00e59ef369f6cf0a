//! poem 3: `ResponseError` for every error, and middleware for what poem answers by itself.

#![doc = include_str!("../docs/src/frameworks/poem.md")]

#[cfg(feature = "docs")]
mod docs;
mod layers;

use std::cell::Cell;

use bytes::Bytes;
use errcode_core::__private::respond;
use errcode_core::{ApiError, Report};
use poem::{Body, Response, ResponseParts};

#[cfg(feature = "docs")]
pub use docs::{DocsEndpoint, docs_service};
pub use layers::{ContextEndpoint, PanicEndpoint, RejectionEndpoint};

pub use crate::context::ContextLayer;
pub use crate::foreign::{Keep, Panic, PanicLayer, Rejection, RejectionKind, RejectionLayer};

/// `ResponseError` for one type: generics, type and where clause as the derive prints them.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_poem_unless_respond_is_false {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::poem::error::ResponseError for $type $($bounds)* {
            fn status(&self) -> $crate::__private::poem::http::StatusCode {
                <$type as $crate::__private::AsApiError>::as_api_error(self).status()
            }
            fn as_response(&self) -> $crate::__private::poem::Response {
                $crate::poem::response(<$type as $crate::__private::AsApiError>::as_api_error(self))
            }
        }
    };
}

thread_local! {
    /// The report on the error that was made a response last, for [`into_response`].
    static REPORT: Cell<Option<Report>> = const { Cell::new(None) };
}

/// The response of an error.
#[doc(hidden)]
pub fn response(error: &dyn ApiError) -> Response {
    let response = respond::<Bytes>(error);
    REPORT.set(response.extensions().get().cloned());
    from_http(response)
}

/// The response of any error of poem. poem itself drops the extensions of the response that the error makes, among
/// them the report.
fn into_response(error: poem::Error) -> Response {
    REPORT.set(None);
    let mut response = error.into_response();
    if let Some(report) = REPORT.take() {
        response.extensions_mut().insert(report);
    }
    response
}

/// A response of `http` as one of poem. poem's own conversion loses the length of the body.
fn from_http<B: Into<Body>>(response: http::Response<B>) -> Response {
    let (parts, body) = response.into_parts();
    let parts = ResponseParts {
        status: parts.status,
        version: parts.version,
        headers: parts.headers,
        extensions: parts.extensions,
    };
    Response::from_parts(parts, body.into())
}
