//! The layer that gives errors the facts of their request.

use std::task::{Context as Task, Poll};

use errcode_core::{Context, Scoped, attach_entries};
use http::{HeaderName, Request};
use tower_layer::Layer;
use tower_service::Service;

/// Fills the [`Context`] of every response that is made from an error below it: the path as `instance`, the
/// request's id from a header (`x-request-id` by default), the `Accept` header, and whether it is a HEAD.
///
/// Put it around the whole app: inside axum's `Router::nest` the path has lost its prefix.
///
/// The layer takes an id over from the request and never makes one up. Put a layer that makes ids, such as
/// tower-http's `SetRequestIdLayer`, outside of this one. A process with this layer also attaches a
/// [`Report`](crate::response::Report) to every response that is made from an error, in whatever task it is made.
///
/// ```
/// use errcode::tower::ContextLayer;
///
/// let app: axum::Router = axum::Router::new().layer(ContextLayer::new());
/// ```
#[derive(Clone, Debug)]
pub struct ContextLayer {
    id_header: HeaderName,
    instance: bool,
}

impl Default for ContextLayer {
    fn default() -> Self {
        Self::new()
    }
}

impl ContextLayer {
    /// A layer that reads the request's id from `x-request-id`.
    pub const fn new() -> Self {
        Self {
            id_header: HeaderName::from_static("x-request-id"),
            instance: true,
        }
    }

    /// The same, but bodies have no `instance`.
    pub fn without_instance(mut self) -> Self {
        self.instance = false;
        self
    }

    /// The same, but the request's id is in another header.
    pub fn with_id_header(mut self, name: HeaderName) -> Self {
        self.id_header = name;
        self
    }
}

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

    fn poll_ready(&mut self, cx: &mut Task<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let mut context = Context::from_request(&request, &self.layer.id_header);
        if !self.layer.instance {
            context = context.without_instance();
        }
        context.scope_with(|| self.inner.call(request))
    }
}
