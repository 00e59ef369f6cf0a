//! An error tracker: every error that is logged at the level `error` becomes an issue, and each code is one issue.

use sentry::ClientOptions;
use sentry::integrations::tracing::ErrorLayer;
use sentry::protocol::{Context, Event};
use tracing::Subscriber;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::registry::LookupSpan;

/// The layer that sends errors. Masked 5xx errors are at this level, and so are variants with `log = "error"`.
pub fn layer<S: Subscriber + for<'a> LookupSpan<'a>>() -> impl Layer<S> {
    ErrorLayer::new().with_filter(LevelFilter::ERROR)
}

/// The options of the client.
pub fn options() -> ClientOptions {
    ClientOptions::new().before_send(|event| Some(by_code(event)))
}

/// Groups an event by its code and not by its text, and makes the code a tag.
fn by_code(mut event: Event<'static>) -> Event<'static> {
    let Some(Context::Other(fields)) = event.contexts.get("Rust Tracing Fields") else {
        return event;
    };
    let Some(code) = fields.get("error.type").and_then(|code| code.as_str()) else {
        return event;
    };
    let code = code.to_owned();
    event.fingerprint = vec![code.clone().into()].into();
    event.tags.insert("code".to_owned(), code);
    event
}

/// Starts the client with the address of a project.
///
/// # Errors
///
/// If it is no address.
pub fn start(dsn: &str) -> Result<sentry::ClientInitGuard, sentry::types::ParseDsnError> {
    let mut options = options();
    options.dsn = Some(dsn.parse()?);
    Ok(sentry::init(options))
}
