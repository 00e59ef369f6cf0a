//! The log event of an error (feature `tracing`): one for each response.

use http::StatusCode;

use crate::{ApiError, Context};

/// Emits the log event of an error where no HTTP response is made from it: in a job, a WebSocket, gRPC.
///
/// It is the event that [`to_response`](crate::to_response) emits, at the level `error` for a 5xx status
/// and at `debug` for any other, with the facts of the open [`Context`] scope. Without the feature
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
pub(crate) fn emit(_: &dyn ApiError, _: StatusCode, _: &Context) {}

/// Emits the event of an error that is answered with a status.
#[cfg(feature = "tracing")]
pub(crate) fn emit(error: &dyn ApiError, status: StatusCode, context: &Context) {
    use crate::log::{sources, text};

    // `tracing` needs the level when it is compiled.
    macro_rules! emit_at {
        ($level:ident) => {{
            let chain = sources(error).collect::<Vec<_>>().join(": ");
            let instance = context.instance().map(|instance| text(&instance));
            tracing::$level!(
                target: "errcode",
                code = error.entry().code().as_str(),
                status = status.as_u16(),
                hidden = error.hidden().map(|entry| entry.code().as_str()),
                instance,
                request_id = context.request_id(),
                chain = (!chain.is_empty()).then_some(&*chain),
                "{}",
                text(error)
            );
        }};
    }

    if status.is_server_error() {
        emit_at!(error);
    } else if tracing::enabled!(target: "errcode", tracing::Level::DEBUG) {
        emit_at!(debug);
    }
}
