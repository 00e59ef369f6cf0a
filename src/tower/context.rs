//! The layer that gives errors the facts of their request, for tower.

use std::task::{Context, Poll};

use errcode_core::{Scoped, attach_entries};
use http::{HeaderValue, Method, Request};
use tower_layer::Layer;
use tower_service::Service;

use crate::context::ContextLayer;

impl<S> Layer<S> for ContextLayer {
    type Service = ContextService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        attach_entries();
        ContextService {
            inner,
            layer: self.clone(),
        }
    }
}

/// The service that [`ContextLayer`] makes.
#[derive(Clone, Debug)]
pub struct ContextService<S> {
    inner: S,
    layer: ContextLayer,
}

impl<S: Service<Request<B>>, B> Service<Request<B>> for ContextService<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = Scoped<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let head = request.method() == Method::HEAD;
        let values = |name: &str| {
            let values = request.headers().get_all(name).into_iter();
            values.map(HeaderValue::as_bytes)
        };
        let context = self.layer.context(request.uri().path(), head, values);
        context.scope_with(|| self.inner.call(request))
    }
}
