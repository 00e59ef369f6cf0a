//! Panics of handlers, as the service's own 500.

use std::any::Any;
use std::fmt;

use axum_core::response::{IntoResponse, Response};

/// A panic that was caught: what it said, for the log.
///
/// A variant takes it in, `Panicked(#[from] Panic)` with `status = 500`.
#[derive(Clone, Debug)]
pub struct Panic {
    text: String,
}

impl Panic {
    /// A panic that said a text, for examples and tests.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}

impl fmt::Display for Panic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Panic {}

impl From<Box<dyn Any + Send>> for Panic {
    fn from(payload: Box<dyn Any + Send>) -> Self {
        let text = payload
            .downcast::<String>()
            .map(|text| *text)
            .or_else(|payload| {
                let text = payload.downcast::<&'static str>();
                text.map(|text| (*text).to_owned())
            });
        Self {
            text: text.unwrap_or_else(|_| "a panic without a text".to_owned()),
        }
    }
}

/// Makes the service's error of a panic, for tower-http's `CatchPanicLayer`.
///
/// ```
/// use axum::Router;
/// use errcode::ApiError;
/// use errcode::axum::{Panic, on_panic};
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
/// let app: Router = Router::new().layer(CatchPanicLayer::custom(on_panic::<SkillError>));
/// ```
pub fn on_panic<E: From<Panic> + IntoResponse>(payload: Box<dyn Any + Send>) -> Response {
    E::from(Panic::from(payload)).into_response()
}
