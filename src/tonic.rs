//! tonic 0.14: `From` into [`tonic::Status`] for every error, and the way back on a client.

#![doc = include_str!("../docs/src/frameworks/tonic.md")]

mod remote;

use std::any::Any;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

use errcode_core::__private::occurrence;
use errcode_core::{ApiError, ApiErrorExt, Context};
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt};

pub use remote::RemoteError;

pub use crate::context::ContextLayer;
pub use crate::foreign::Panic;
use crate::respond::AsApiError;

/// `From` into `Status` for one type: generics, type and where clause as the derive prints them. A type whose last
/// field is not `Sized` must compile all the same.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_tonic_unless_respond_is_false {
    ([$($generics:tt)*] [$type:ty] []) => {
        $crate::__impl_for_tonic_unless_respond_is_false! { [$($generics)*] [$type] [where] }
    };
    ([$($generics:tt)*] [$type:ty] [where $($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::core::convert::From<$type> for $crate::__private::tonic::Status
        where
            // With a lifetime of its own the bound is not superfluous for a type that is `Sized`.
            for<'__errcode> $type: $crate::__private::core::marker::Sized,
            $($bounds)*
        {
            fn from(error: $type) -> Self {
                $crate::tonic::status(<$type as $crate::__private::AsApiError>::as_api_error(&error))
            }
        }
    };
}

/// The name of the service in every `ErrorInfo`.
static DOMAIN: OnceLock<String> = OnceLock::new();

/// Sets the domain of every `ErrorInfo` of this process: the name of the service, for example `skills.example.com`.
/// The first call decides; the result says whether it was this one.
///
/// ```
/// // At the start of the service.
/// errcode::tonic::set_domain("skills.example.com");
/// ```
pub fn set_domain(domain: impl Into<String>) -> bool {
    DOMAIN.set(domain.into()).is_ok()
}

/// The status of an error, and its log event.
///
/// The code is that of the key `grpc`, or the one that goes with the HTTP status. The message is the client's message.
/// The details are those of `google/rpc/error_details.proto`:
///
/// | message | contents |
/// | --- | --- |
/// | `ErrorInfo` | the code as `reason`, the [domain](set_domain), and the public fields as `metadata` |
/// | `BadRequest` | the entries of a flattened map: a field, and what is wrong with it |
/// | `RetryInfo` | for an error that is `retryable` or has `Retry-After`; the time of the latter |
/// | `RequestInfo` | the request's id, if [`ContextLayer`] has found one |
///
/// ```
/// use errcode::ApiError;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no such skill")]
/// #[api(status = 404, code = "NOT_FOUND", respond = false)]
/// struct NotFound;
///
/// let status = errcode::tonic::status(&NotFound);
/// assert_eq!(status.code(), tonic::Code::NotFound);
/// assert_eq!(status.message(), "no such skill");
/// ```
pub fn status(error: &dyn ApiError) -> Status {
    errcode_core::log(error);
    let nothing = Context::new();
    let context = Context::current();
    let context = context.as_deref().unwrap_or(&nothing);
    let occurrence = occurrence(&error, error.format(), context);

    let values = occurrence.details();
    let text = |name: &str| values.text(name).map(Cow::into_owned);
    let metadata: HashMap<String, String> = values
        .fields()
        .filter_map(|(name, _)| Some((name.to_owned(), text(name)?)))
        .collect();
    let mut details = ErrorDetails::new();
    let domain = DOMAIN.get().map_or("", String::as_str);
    details.set_error_info(occurrence.code().to_string(), domain, metadata);
    for (field, description) in values.field_errors() {
        details.add_bad_request_violation(field, description);
    }
    let retry_after = occurrence.retry_after();
    if retry_after.is_some() || error.entry().is_retryable() {
        details.set_retry_info(retry_after);
    }
    if let Some(id) = context.request_id() {
        details.set_request_info(id, "");
    }
    let code = Code::from_i32(error.grpc_code().into());
    Status::with_error_details(code, occurrence.message(), details)
}

/// Makes the service's error of a panic, for tower-http's `CatchPanicLayer` in tonic's server.
///
/// ```
/// use errcode::ApiError;
/// use errcode::tonic::{Panic, on_panic};
/// use tower_http::catch_panic::CatchPanicLayer;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("panicked")]
/// #[api(status = 500, code = "INTERNAL_ERROR")]
/// struct Panicked(#[from] Panic);
///
/// let layer = CatchPanicLayer::custom(on_panic::<Panicked>);
/// # let _ = layer;
/// ```
pub fn on_panic<E: From<Panic> + AsApiError>(
    payload: Box<dyn Any + Send>,
) -> http::Response<tonic::body::Body> {
    status(E::from(Panic::from(payload)).as_api_error()).into_http()
}
