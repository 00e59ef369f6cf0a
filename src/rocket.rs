//! rocket 0.5: `Responder` for every error, and fairings and catchers for what rocket answers by itself.

#![doc = include_str!("../docs/src/frameworks/rocket.md")]

#[cfg(feature = "docs")]
mod docs;
mod extract;
mod layers;

use std::io::Cursor;
use std::sync::{Mutex, MutexGuard, PoisonError};

use bytes::Bytes;
use errcode_core::__private::respond;
use errcode_core::{ApiError, Context, Report};
use rocket::http::{Header, HeaderMap, Status};
use rocket::{Request, Response};

#[cfg(feature = "docs")]
pub use docs::{DocsHandler, docs_service};
pub use extract::Extract;

pub use crate::context::ContextLayer;
pub use crate::foreign::{Keep, Panic, PanicLayer, Rejection, RejectionKind, RejectionLayer};
use crate::parts;

/// `Responder` for one type: generics, type and where clause as the derive prints them.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_rocket_unless_respond_is_false {
    ([] $($parts:tt)*) => {
        $crate::__impl_for_rocket_unless_respond_is_false! { [<>] $($parts)* }
    };
    ([< $($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl<'__errcode, $($generics)* $crate::__private::rocket::response::Responder<'__errcode, 'static>
            for $type $($bounds)*
        {
            fn respond_to(
                self,
                request: &'__errcode $crate::__private::rocket::Request<'_>,
            ) -> $crate::__private::rocket::response::Result<'static> {
                let error = <$type as $crate::__private::AsApiError>::as_api_error(&self);
                $crate::__private::core::result::Result::Ok($crate::rocket::response(error, request))
            }
        }
    };
}

/// What errcode knows of a request and its response. rocket keeps it as long as the request.
#[derive(Default)]
struct Known {
    context: Option<Context>,
    rejection: Option<Rejection>,
    report: Option<Report>,
    keep: Option<Keep>,
}

fn known<'r>(request: &'r Request<'_>) -> MutexGuard<'r, Known> {
    let known = request.local_cache(|| Mutex::new(Known::default()));
    known.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The report on the error that the response to a request is made from, for fairings. It is there if
/// [`attach_entries`](crate::response::attach_entries) was called, as the layers do.
pub fn report(request: &Request<'_>) -> Option<Report> {
    known(request).report.clone()
}

/// Keeps the response to a request as it is, as the extension [`Keep`] does in other frameworks.
pub fn keep(request: &Request<'_>) {
    known(request).keep = Some(Keep);
}

/// The response of an error.
#[doc(hidden)]
pub fn response(error: &dyn ApiError, request: &Request<'_>) -> Response<'static> {
    made(request, || respond(error))
}

/// The response that a function makes of an error, in the context of the request.
fn made(request: &Request<'_>, make: impl FnOnce() -> http::Response<Bytes>) -> Response<'static> {
    let context = known(request).context.clone();
    let response = match context {
        Some(context) => context.scope_sync(make),
        None => make(),
    };
    known(request).report = response.extensions().get().cloned();
    from_http(response)
}

/// A response of `http` as one of rocket.
fn from_http(response: http::Response<Bytes>) -> Response<'static> {
    let (parts, body) = response.into_parts();
    let mut ours = Response::new();
    ours.set_status(Status::new(parts.status.as_u16()));
    for (name, value) in &parts.headers {
        // A header of rocket is text.
        if let Ok(value) = std::str::from_utf8(value.as_bytes()) {
            ours.adjoin_raw_header(name.as_str().to_owned(), value.to_owned());
        }
    }
    ours.set_sized_body(body.len(), Cursor::new(body));
    ours
}

/// Headers of rocket as those of `http`.
fn headers_of(theirs: &HeaderMap<'_>) -> http::HeaderMap {
    let theirs: Vec<Header<'_>> = theirs.iter().collect();
    parts::headers(
        theirs
            .iter()
            .map(|header| (header.name.as_str(), header.value.as_bytes())),
    )
}
