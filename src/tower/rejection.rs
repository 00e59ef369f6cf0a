//! The layer that makes the service's own errors of responses that errcode did not make.

use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context as Task, Poll, ready};

use bytes::Bytes;
use errcode_core::{Report, attach_entries};
use http::response::Parts;
use http::{Method, Request, Response};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::body::{ResponseBody, available};
use crate::foreign::{Rejection, empty_for_head, replacement, stays};
use crate::respond::AsApiError;

/// Makes the service's error `E` of every 4xx and 5xx below it that is not made from an
/// [`ApiError`](crate::ApiError): missing routes and methods, body limits, timeouts, extractors, other
/// servers' errors. [`foreign`](crate::foreign) has the rule.
///
/// ```
/// use errcode::ApiError;
/// use errcode::tower::{Rejection, RejectionLayer};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum SkillError {
///     /// The request is not valid.
///     #[error("rejected")]
///     #[api(status = 400, code = "INVALID_REQUEST")]
///     Rejected(#[from] #[api(status = Rejection::status)] Rejection),
/// }
///
/// let app: axum::Router = axum::Router::new().layer(RejectionLayer::<SkillError>::new());
/// ```
///
/// Put [`ContextLayer`](super::ContextLayer) outside of it, so that these errors know their request too.
pub struct RejectionLayer<E> {
    keep: Option<Keeps>,
    error: PhantomData<fn() -> E>,
}

/// Whether a response stays as it is.
type Keeps = Arc<dyn Fn(&Parts) -> bool + Send + Sync>;

impl<E> RejectionLayer<E> {
    /// The layer for the service's error `E`.
    pub const fn new() -> Self {
        Self {
            keep: None,
            error: PhantomData,
        }
    }

    /// The same, but responses for which `keep` is true stay as they are: errors of an upstream server, for
    /// example, or HTML pages. A single response can also be kept with [`Keep`](super::Keep).
    ///
    /// ```
    /// # use errcode::ApiError;
    /// # use errcode::tower::Rejection;
    /// # #[derive(Debug, thiserror::Error, ApiError)]
    /// # #[error("rejected")]
    /// # #[api(status = 400, code = "INVALID_REQUEST")]
    /// # struct SkillError(#[from] #[api(status = Rejection::status)] Rejection);
    /// use errcode::tower::RejectionLayer;
    ///
    /// let layer = RejectionLayer::<SkillError>::new().keep_if(|response| {
    ///     let media_type = response.headers.get("content-type");
    ///     media_type.is_some_and(|media_type| media_type == "application/problem+json")
    /// });
    /// # let _ = layer;
    /// ```
    pub fn keep_if(mut self, keep: impl Fn(&Parts) -> bool + Send + Sync + 'static) -> Self {
        self.keep = Some(Arc::new(keep));
        self
    }
}

impl<E> Default for RejectionLayer<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> Clone for RejectionLayer<E> {
    fn clone(&self) -> Self {
        Self {
            keep: self.keep.clone(),
            error: PhantomData,
        }
    }
}

impl<E> fmt::Debug for RejectionLayer<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RejectionLayer")
            .field("keeps_some", &self.keep.is_some())
            .finish_non_exhaustive()
    }
}

impl<S, E> Layer<S> for RejectionLayer<E> {
    type Service = RejectionService<S, E>;

    fn layer(&self, inner: S) -> Self::Service {
        // The report tells the layer which responses are made from an error.
        attach_entries();
        RejectionService {
            inner,
            layer: self.clone(),
        }
    }
}

/// The service that [`RejectionLayer`] makes.
#[derive(Debug)]
pub struct RejectionService<S, E> {
    inner: S,
    layer: RejectionLayer<E>,
}

impl<S: Clone, E> Clone for RejectionService<S, E> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            layer: self.layer.clone(),
        }
    }
}

impl<S, E, R, B> Service<Request<R>> for RejectionService<S, E>
where
    S: Service<Request<R>, Response = Response<B>>,
    B: Body<Data = Bytes>,
    E: From<Rejection> + AsApiError,
{
    type Response = Response<ResponseBody<B>>;
    type Error = S::Error;
    type Future = RejectionFuture<S::Future, E>;

    fn poll_ready(&mut self, cx: &mut Task<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<R>) -> Self::Future {
        let head = request.method() == Method::HEAD;
        RejectionFuture {
            inner: self.inner.call(request),
            layer: self.layer.clone(),
            head,
        }
    }
}

pin_project! {
    /// The future of [`RejectionService`].
    #[derive(Debug)]
    pub struct RejectionFuture<F, E> {
        #[pin]
        inner: F,
        layer: RejectionLayer<E>,
        head: bool,
    }
}

impl<F, E, B, X> Future for RejectionFuture<F, E>
where
    F: Future<Output = Result<Response<B>, X>>,
    B: Body<Data = Bytes>,
    E: From<Rejection> + AsApiError,
{
    type Output = Result<Response<ResponseBody<B>>, X>;

    fn poll(self: Pin<&mut Self>, cx: &mut Task<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let (parts, body) = ready!(this.inner.poll(cx))?.into_parts();
        let is_kept = |parts: &Parts| this.layer.keep.as_ref().is_some_and(|keep| keep(parts));
        let report = parts.extensions.get::<Report>();
        if stays(parts.status.as_u16(), report, parts.extensions.get()) || is_kept(&parts) {
            if let Some(report) = report {
                report.log_if_sent_as(parts.status);
            }
            let body = ResponseBody::inner(body);
            return Poll::Ready(Ok(Response::from_parts(parts, body)));
        }
        let text = available(body);
        let rejection = Rejection::from_response(parts.status, &parts.headers, &text);
        let mut response = replacement::<E>(&parts.headers, rejection);
        if *this.head {
            response = empty_for_head(response);
        }
        Poll::Ready(Ok(response.map(ResponseBody::from)))
    }
}
