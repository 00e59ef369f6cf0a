//! The layer that tells errors which request they answer.

use std::task::{Context as Task, Poll};

use axum_core::extract::Request;
use errcode_core::{Context, Scoped, attach_entries};
use http::HeaderName;
use tower_layer::Layer;
use tower_service::Service;

/// Fills the [`Context`] of every response that is made from an error below it: the path as
/// `instance`, and the request's id from a header, `x-request-id` unless told otherwise.
///
/// Put it around the whole app: inside of `Router::nest` the path has lost its prefix.
///
/// An id is taken over from the request and never made up; put a layer that makes one outside of
/// this. With this layer in the process every response that is made from an error also carries a
/// [`Report`](crate::Report) as an extension, whatever task makes it.
///
/// ```
/// use axum::Router;
/// use errcode::axum::ContextLayer;
///
/// let app: Router = Router::new().layer(ContextLayer::new());
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

    /// The same that leaves `instance` out, for problems whose bodies must not have it.
    pub fn without_instance(mut self) -> Self {
        self.instance = false;
        self
    }

    /// The same that reads the request's id from another header.
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

impl<S: Service<Request>> Service<Request> for ContextService<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = Scoped<S::Future>;

    fn poll_ready(&mut self, cx: &mut Task<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        // axum sends a HEAD the headers of the GET, with the length of its body: it needs the body.
        let mut context = Context::from_request(&request, &self.layer.id_header).with_head(false);
        if !self.layer.instance {
            context = context.without_instance();
        }
        context.scope_with(|| self.inner.call(request))
    }
}
