//! The layer that makes the service's own error of a panic, as middleware of actix.

use std::future::{Future, Ready, ready};
use std::marker::PhantomData;
use std::pin::Pin;

use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::{Error, ResponseError};

use crate::foreign::{Panic, PanicLayer, catch_panic};

impl<S, B, E> Transform<S, ServiceRequest> for PanicLayer<E>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
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

/// The service that [`PanicLayer`] makes.
#[derive(Debug)]
pub struct PanicService<S, E> {
    inner: S,
    error: PhantomData<fn() -> E>,
}

impl<S, B, E> Service<ServiceRequest> for PanicService<S, E>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
    E: From<Panic> + ResponseError + 'static,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Error>>>>;

    forward_ready!(inner);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let caught = catch_panic(|| self.inner.call(request));
        Box::pin(async {
            caught
                .await
                .unwrap_or_else(|panic| Err(E::from(panic).into()))
        })
    }
}
