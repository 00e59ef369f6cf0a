//! The layer that makes the service's own errors of responses that errcode did not make, for tower and for
//! frameworks whose responses become those of `http` 1.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context as Task, Poll, ready};

use bytes::Bytes;
use errcode_core::attach_entries;
use http::{Method, Request, Response};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::body::{ResponseBody, available};
use crate::foreign::{Rejection, RejectionKind, RejectionLayer};
use crate::respond::AsApiError;

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
        let response = ready!(this.inner.poll(cx))?;
        Poll::Ready(Ok(match this.layer.apply(response, None, *this.head) {
            Ok(ours) => ours.map(ResponseBody::from),
            Err(theirs) => theirs.map(ResponseBody::inner),
        }))
    }
}

impl<E: From<Rejection> + AsApiError> RejectionLayer<E> {
    /// The service's own response in place of another, or that one if it stays. `part` is the part of the request
    /// that an extractor could not read, if that is known.
    pub(crate) fn apply<B: Body<Data = Bytes>>(
        &self,
        response: Response<B>,
        part: Option<RejectionKind>,
        head: bool,
    ) -> Result<Response<Bytes>, Response<B>> {
        let (theirs, body) = response.into_parts();
        if self.keeps(&theirs) {
            return Err(Response::from_parts(theirs, body));
        }
        Ok(self.replace(&theirs, &available(body), part, head))
    }
}
