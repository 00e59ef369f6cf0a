//! Panics as the service's own error, for tower-http's `CatchPanicLayer`.

use std::any::Any;

use bytes::Bytes;
use errcode_core::__private::respond;
use http::Response;
use http_body_util::Full;

use crate::foreign::Panic;
use crate::respond::AsApiError;

/// Makes the service's error of a panic, for tower-http's `CatchPanicLayer`.
///
/// ```
/// use errcode::ApiError;
/// use errcode::tower::{Panic, on_panic};
/// use tower_http::catch_panic::CatchPanicLayer;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum SkillError {
///     /// Something went wrong on our side.
///     #[error("panicked")]
///     #[api(status = 500, code = "INTERNAL_ERROR")]
///     Panicked(#[from] Panic),
/// }
///
/// let layer = CatchPanicLayer::custom(on_panic::<SkillError>);
/// # let _ = layer;
/// ```
pub fn on_panic<E: From<Panic> + AsApiError>(
    payload: Box<dyn Any + Send>,
) -> Response<Full<Bytes>> {
    respond(E::from(Panic::from(payload)).as_api_error())
}
