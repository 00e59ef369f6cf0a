//! salvo 1: `Scribe` for every error, and hoops for what salvo answers by itself.

#![doc = include_str!("../docs/src/frameworks/salvo.md")]

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
