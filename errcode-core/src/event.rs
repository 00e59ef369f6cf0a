//! The log event of an error (feature `tracing`): one for each response.

use http::StatusCode;

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
pub(crate) fn emit(_: &dyn ApiError, _: StatusCode, _: &Context) {}

/// Emits the event of an error that is answered with a status.
#[cfg(feature = "tracing")]
pub(crate) fn emit(error: &dyn ApiError, status: StatusCode, context: &Context) {
    use crate::LogLevel;
    use crate::log::{sources, text};

    // `tracing` needs the level when it is compiled.
    macro_rules! emit_at {
        ($level:ident, $name:ident) => {
            if tracing::enabled!(target: "errcode", tracing::Level::$level) {
                let shown = text(error);
                let chain = sources(error, &shown).join(": ");
                let instance = context.instance().map(|instance| text(&instance));
                tracing::$name!(
                    target: "errcode",
                    {
                        "error.type" = error.entry().code().as_str(),
                        http.response.status_code = status.as_u16(),
                        error.hidden = error.hidden().map(|entry| entry.code().as_str()),
                        url.path = instance,
                        request_id = context.request_id(),
                        error.fields = fields(error),
                        error.chain = (!chain.is_empty()).then_some(&*chain),
                    },
                    "{shown}"
                );
            }
        };
    }

    // The log is of the variant that occurred, whatever the client sees.
    let stated = error.hidden().unwrap_or_else(|| error.entry()).log_level();
    let default = if status.is_server_error() {
        LogLevel::Error
    } else {
        LogLevel::Debug
    };
    match stated.unwrap_or(default) {
        LogLevel::Error => emit_at!(ERROR, error),
        LogLevel::Warn => emit_at!(WARN, warn),
        LogLevel::Info => emit_at!(INFO, info),
        LogLevel::Debug => emit_at!(DEBUG, debug),
        _ => {}
    }
}

/// The public and the logged fields of an error as a JSON object, if there are any.
#[cfg(feature = "tracing")]
fn fields(error: &dyn ApiError) -> Option<String> {
    let mut map = crate::DetailMap::default();
    let mut details = crate::Details::for_map(&mut map, error.entry().code()).quiet();
    // A panic of a user's `Serialize` costs the fields alone.
    let written = crate::message::caught(|| {
        error.details(&mut details);
        error.log_fields(&mut details);
        details.finish()
    });
    match written {
        Some(Ok(())) if map.is_empty() => None,
        Some(Ok(())) => serde_json::to_string(&map)
            .ok()
            .map(|json| crate::log::text(&json)),
        Some(Err(_)) | None => Some("<the fields failed>".to_owned()),
    }
}
