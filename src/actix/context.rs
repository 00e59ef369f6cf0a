//! The layer that gives errors the facts of their request, as middleware of actix.

use std::future::{Ready, ready};

use actix_web::Error;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::HeaderValue;
use errcode_core::{Scoped, attach_entries};

use crate::context::ContextLayer;

impl<S, B> Transform<S, ServiceRequest> for ContextLayer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Transform = ContextService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        attach_entries();
        ready(Ok(ContextService {
            inner,
            layer: self.clone(),
        }))
    }
}

/// The service that [`ContextLayer`] makes.
#[derive(Debug)]
pub struct ContextService<S> {
    inner: S,
    layer: ContextLayer,
}

impl<S, B> Service<ServiceRequest> for ContextService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Future = Scoped<S::Future>;

    forward_ready!(inner);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        // actix itself leaves out the body of a response to a HEAD request, and needs it for the length.
        let values = |name: &str| {
            let values = request.headers().get_all(name);
            values.map(HeaderValue::as_bytes)
        };
        let context = self.layer.context(request.path(), false, values);
        context.scope_with(|| self.inner.call(request))
    }
}
