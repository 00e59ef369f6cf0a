//! The middleware that makes the service's own error of a panic.

use std::any::Any;
use std::fmt;
use std::future::{Future, Ready, ready};
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::{Error, ResponseError};

use crate::foreign::Panic;

/// Catches panics of handlers and middleware below it, and makes the service's error `E` of them.
///
/// Without it actix closes the connection of the request.
///
/// ```
/// use actix_web::App;
/// use errcode::ApiError;
/// use errcode::actix::{Panic, PanicMiddleware};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("panicked")]
/// #[api(status = 500, code = "INTERNAL_ERROR")]
/// struct Panicked(#[from] Panic);
///
/// let app = App::new().wrap(PanicMiddleware::<Panicked>::new());
/// # let _ = app;
/// ```
pub struct PanicMiddleware<E>(PhantomData<fn() -> E>);

impl<E> PanicMiddleware<E> {
    /// The middleware for the service's error `E`.
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<E> Default for PanicMiddleware<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> fmt::Debug for PanicMiddleware<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PanicMiddleware")
    }
}

impl<S, B, E> Transform<S, ServiceRequest> for PanicMiddleware<E>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    E: From<Panic> + ResponseError + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Transform = PanicService<S, E>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(PanicService {
            inner,
            error: PhantomData,
        }))
    }
}

/// The service that [`PanicMiddleware`] makes.
#[derive(Debug)]
pub struct PanicService<S, E> {
    inner: S,
    error: PhantomData<fn() -> E>,
}

impl<S, B, E> Service<ServiceRequest> for PanicService<S, E>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    E: From<Panic> + ResponseError + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = Caught<S::Future, E>;

    forward_ready!(inner);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        // A service may panic before it returns a future.
        let inner = catch_unwind(AssertUnwindSafe(|| self.inner.call(request)));
        Caught {
            inner: inner.map(Box::pin).map_err(Some),
            error: PhantomData,
        }
    }
}

/// The future of [`PanicService`].
pub struct Caught<F, E> {
    inner: Result<Pin<Box<F>>, Option<Box<dyn Any + Send>>>,
    error: PhantomData<fn() -> E>,
}

impl<F, E> fmt::Debug for Caught<F, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caught").finish_non_exhaustive()
    }
}

impl<F, B, E> Future for Caught<F, E>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
    E: From<Panic> + ResponseError + 'static,
{
    type Output = Result<ServiceResponse<B>, Error>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let payload = match &mut self.inner {
            Ok(inner) => match catch_unwind(AssertUnwindSafe(|| inner.as_mut().poll(cx))) {
                Ok(polled) => return polled,
                Err(payload) => payload,
            },
            Err(payload) => match payload.take() {
                Some(payload) => payload,
                None => return Poll::Pending,
            },
        };
        Poll::Ready(Err(E::from(Panic::from(payload)).into()))
    }
}
