//! actix-web 4: `ResponseError` for every error, and middleware for what actix answers by itself.

#![doc = include_str!("../docs/src/frameworks/actix.md")]

mod context;
#[cfg(feature = "docs")]
mod docs;
mod panic;
mod rejection;

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpResponse, body::MessageBody};
use bytes::Bytes;
use errcode_core::__private::respond;
use errcode_core::{ApiError, Report};
use http::Response;

pub use context::ContextService;
#[cfg(feature = "docs")]
pub use docs::docs_service;
pub use panic::PanicService;
pub use rejection::RejectionService;

pub use crate::context::ContextLayer;
pub use crate::foreign::{Keep, Panic, PanicLayer, Rejection, RejectionKind, RejectionLayer};
use crate::parts;

/// `ResponseError` for one type: generics, type and where clause as the derive prints them.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_actix_unless_respond_is_false {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::actix_web::ResponseError for $type $($bounds)* {
            fn status_code(&self) -> $crate::__private::actix_web::http::StatusCode {
                $crate::actix::status(<$type as $crate::__private::AsApiError>::as_api_error(self))
            }
            fn error_response(&self) -> $crate::__private::actix_web::HttpResponse {
                $crate::actix::response(<$type as $crate::__private::AsApiError>::as_api_error(self))
            }
        }
    };
}

/// The status of an error.
#[doc(hidden)]
pub fn status(error: &dyn ApiError) -> StatusCode {
    // Both versions of `http` know the same statuses.
    StatusCode::from_u16(error.status().as_u16()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The response of an error.
#[doc(hidden)]
pub fn response(error: &dyn ApiError) -> HttpResponse {
    from_http(respond(error))
}

/// A response of `http` 1 as one of actix, which uses `http` 0.2.
fn from_http(response: Response<Bytes>) -> HttpResponse<BoxBody> {
    let (parts, body) = response.into_parts();
    let status = StatusCode::from_u16(parts.status.as_u16());
    let mut ours = HttpResponse::new(status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR));
    for (name, value) in &parts.headers {
        let name = HeaderName::from_bytes(name.as_str().as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) {
            ours.headers_mut().append(name, value);
        }
    }
    if let Some(report) = parts.extensions.get::<Report>() {
        ours.extensions_mut().insert(report.clone());
    }
    ours.set_body(body.boxed())
}

/// Headers of actix as those of `http` 1.
fn headers_of(theirs: &HeaderMap) -> http::HeaderMap {
    parts::headers(
        theirs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_bytes())),
    )
}
