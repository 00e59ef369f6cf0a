//! A panic that was caught, as a source of the service's own 500.

use std::any::Any;
use std::fmt;

/// A panic that was caught, with its message. The message is for the log.
///
/// Take it in with a variant `Panicked(#[from] Panic)` and `status = 500`. The tower layer for it is
/// `errcode::tower::on_panic`.
///
/// ```
/// use errcode::ApiError;
/// use errcode::foreign::Panic;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("panicked")]
/// #[api(format = flat, status = 500, code = "INTERNAL_ERROR")]
/// struct Panicked(#[from] Panic);
///
/// let response = errcode::to_response(&Panicked::from(Panic::new("index out of bounds")));
/// assert_eq!(response.body(), r#"{"code":"INTERNAL_ERROR","detail":"Internal Server Error"}"#);
/// ```
#[derive(Clone, Debug)]
pub struct Panic {
    message: String,
}

impl Panic {
    /// A panic with a message, for examples and tests.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }
}

impl fmt::Display for Panic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Panic {}

/// From the payload that `std::panic::catch_unwind` returns.
impl From<Box<dyn Any + Send>> for Panic {
    fn from(payload: Box<dyn Any + Send>) -> Self {
        let message = payload
            .downcast::<String>()
            .map(|message| *message)
            .or_else(|payload| {
                let message = payload.downcast::<&'static str>();
                message.map(|message| (*message).to_owned())
            });
        Self::new(message.unwrap_or_else(|_| "a panic without a message".to_owned()))
    }
}
