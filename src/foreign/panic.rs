//! Panics: how they are caught, and the source of the service's own 500.

use std::any::Any;
use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

/// A panic that was caught, with its message. The message is for the log.
///
/// Take it in with a variant `Panicked(#[from] Panic)` and `status = 500`. [`PanicLayer`] and
/// `errcode::tower::on_panic` make it.
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

/// Catches panics of handlers and layers below it, and makes the service's error `E` of them.
///
/// It is a layer of every framework whose feature is on, except of tower: there tower-http has a layer, for which
/// `errcode::tower::on_panic` makes the response.
///
/// ```
/// use errcode::ApiError;
/// use errcode::foreign::{Panic, PanicLayer};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("panicked")]
/// #[api(status = 500, code = "INTERNAL_ERROR")]
/// struct Panicked(#[from] Panic);
///
/// let layer = PanicLayer::<Panicked>::new();
/// # let _ = layer;
/// ```
pub struct PanicLayer<E>(PhantomData<fn() -> E>);

impl<E> PanicLayer<E> {
    /// The layer for the service's error `E`.
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<E> Default for PanicLayer<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> Clone for PanicLayer<E> {
    fn clone(&self) -> Self {
        Self::new()
    }
}

impl<E> fmt::Debug for PanicLayer<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PanicLayer")
    }
}

/// Calls a function that makes a future, and runs the future. A panic of either is the error.
///
/// ```
/// use errcode::foreign::catch_panic;
///
/// # tokio::runtime::Runtime::new().unwrap().block_on(async {
/// assert!(matches!(catch_panic(async || 7).await, Ok(7)));
/// let panic = catch_panic(async || panic!("index out of bounds")).await.err();
/// assert_eq!(panic.unwrap().to_string(), "index out of bounds");
/// # });
/// ```
pub fn catch_panic<F: Future>(make: impl FnOnce() -> F) -> CaughtFuture<F> {
    // A service may panic before it returns a future.
    let future = catch_unwind(AssertUnwindSafe(make));
    CaughtFuture(future.map(Box::pin).map_err(|payload| Some(payload.into())))
}

/// The future of [`catch_panic`].
pub struct CaughtFuture<F>(Result<Pin<Box<F>>, Option<Panic>>);

impl<F> fmt::Debug for CaughtFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaughtFuture").finish_non_exhaustive()
    }
}

impl<F: Future> Future for CaughtFuture<F> {
    type Output = Result<F::Output, Panic>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.0 {
            Ok(future) => match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(cx))) {
                Ok(polled) => polled.map(Ok),
                Err(payload) => Poll::Ready(Err(payload.into())),
            },
            Err(panic) => panic
                .take()
                .map_or(Poll::Pending, |panic| Poll::Ready(Err(panic))),
        }
    }
}
