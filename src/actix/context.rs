//! The middleware that gives errors the facts of their request.

use std::future::{Ready, ready};

use actix_web::Error;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::header::{ACCEPT, HeaderValue};
use errcode_core::{Context, Scoped, attach_entries};

/// Fills the [`Context`] of every response that is made from an error below it: the path as `instance`, the
/// request's id from a header (`x-request-id` by default), and the `Accept` header.
///
/// Wrap it last, around all other middleware. It never makes an id up.
///
/// ```
/// use actix_web::App;
/// use errcode::actix::ContextMiddleware;
///
/// let app = App::new().wrap(ContextMiddleware::new());
/// # let _ = app;
/// ```
#[derive(Clone, Debug)]
pub struct ContextMiddleware {
    id_header: String,
    instance: bool,
}

impl Default for ContextMiddleware {
    fn default() -> Self {
        Self::new()
    }
}

impl ContextMiddleware {
    /// A middleware that reads the request's id from `x-request-id`.
    pub fn new() -> Self {
        Self {
            id_header: "x-request-id".to_owned(),
            instance: true,
        }
    }

    /// The same, but bodies have no `instance`.
    pub fn without_instance(mut self) -> Self {
        self.instance = false;
        self
    }

    /// The same, but the request's id is in another header. With a name that is no header's there is no id.
    pub fn with_id_header(mut self, name: impl Into<String>) -> Self {
        self.id_header = name.into();
        self
    }

    /// The facts of a request. actix itself leaves out the body of a response to a HEAD request, and needs it
    /// for the length.
    fn context(&self, request: &ServiceRequest) -> Context {
        let id = request.headers().get(&self.id_header);
        let id = id.map(HeaderValue::as_bytes);
        let mut context = Context::from_parts(request.path(), id, false);
        for accept in request.headers().get_all(ACCEPT) {
            context = context.with_accept(accept.as_bytes());
        }
        if self.instance {
            context
        } else {
            context.without_instance()
        }
    }
}

impl<S, B> Transform<S, ServiceRequest> for ContextMiddleware
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
            middleware: self.clone(),
        }))
    }
}

/// The service that [`ContextMiddleware`] makes.
#[derive(Debug)]
pub struct ContextService<S> {
    inner: S,
    middleware: ContextMiddleware,
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
        let context = self.middleware.context(&request);
        context.scope_with(|| self.inner.call(request))
    }
}
