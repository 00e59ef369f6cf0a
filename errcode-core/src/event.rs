//! The log event of an error (feature `tracing`): one for each response.

#[cfg(feature = "tracing")]
mod emit;
#[cfg(feature = "tracing")]
mod fields;

#[cfg(feature = "tracing")]
pub(crate) use emit::emit;

use crate::{ApiError, Context};

/// Emits the log event of an error where no HTTP response is made from it: in a job, a WebSocket, gRPC.
///
/// It is the event that [`to_response`](crate::to_response) emits, at the level that the variant states, or at `error`
/// for a 5xx status and at `debug` for any other, with the facts of the open [`Context`] scope. Without the feature
/// `tracing` it does nothing.
///
/// ```
/// use errcode_core::ApiError;
///
/// fn run_job(job: impl FnOnce() -> Result<(), Box<dyn ApiError>>) {
///     if let Err(error) = job() {
///         errcode_core::log(&*error);
///     }
/// }
/// ```
pub fn log<E: ApiError + ?Sized>(error: &E) {
    match Context::current() {
        Some(context) => emit(&error, error.status(), &context),
        None => emit(&error, error.status(), &Context::new()),
    }
}

/// Emits the event of an error that is answered with a status.
#[cfg(not(feature = "tracing"))]
pub(crate) fn emit(_: &dyn ApiError, _: http::StatusCode, _: &Context) {}
