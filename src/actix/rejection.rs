//! The layer that makes the service's own errors of responses that errcode did not make, as middleware of actix.

use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::error::{
    InternalError, JsonPayloadError, ParseError, PathError, PayloadError, QueryPayloadError,
    UrlencodedError,
};
use actix_web::{Error, HttpResponse, ResponseError};
use errcode_core::{Report, attach_entries};
use http::response::Parts;
use pin_project_lite::pin_project;

use super::{from_http, headers_of};
use crate::foreign::{Keep, Rejection, RejectionKind, RejectionLayer};
use crate::parts;
use crate::respond::AsApiError;

impl<S, B, E> Transform<S, ServiceRequest> for RejectionLayer<E>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
    E: From<Rejection> + AsApiError,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = RejectionService<S, E>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        // The report tells the middleware which responses are made from an error.
        attach_entries();
        ready(Ok(RejectionService {
            inner,
            layer: self.clone(),
        }))
    }
}

/// The service that [`RejectionLayer`] makes.
#[derive(Debug)]
pub struct RejectionService<S, E> {
    inner: S,
    layer: RejectionLayer<E>,
}

impl<S, B, E> Service<ServiceRequest> for RejectionService<S, E>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody,
    E: From<Rejection> + AsApiError,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = RejectionFuture<S::Future, E>;

    forward_ready!(inner);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        RejectionFuture {
            inner: self.inner.call(request),
            layer: self.layer.clone(),
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
    }
}

impl<F, B, E> Future for RejectionFuture<F, E>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
    B: MessageBody,
    E: From<Rejection> + AsApiError,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        Poll::Ready(match ready!(this.inner.poll(cx)) {
            Ok(response) => {
                let (request, response) = response.into_parts();
                let response = match replaced(this.layer, response) {
                    Ok(ours) => ours.map_into_right_body(),
                    Err(theirs) => theirs.map_into_left_body(),
                };
                Ok(ServiceResponse::new(request, response))
            }
            // An error of other middleware, which becomes a response only above this one.
            Err(error) => {
                let response = replaced(this.layer, error.error_response());
                let response = response.unwrap_or_else(|theirs| theirs);
                Err(InternalError::from_response(error, response).into())
            }
        })
    }
}

/// The service's own response in place of another, or that one if it stays.
fn replaced<B: MessageBody, E: From<Rejection> + AsApiError>(
    layer: &RejectionLayer<E>,
    response: HttpResponse<B>,
) -> Result<HttpResponse, HttpResponse<B>> {
    if response.status().as_u16() < 400 {
        return Err(response);
    }
    let theirs = parts_of(&response);
    if layer.keeps(&theirs) {
        return Err(response);
    }
    let part = response.error().and_then(part_of_request);
    // Only a body that is complete is read.
    let body = response.into_body().try_into_bytes().unwrap_or_default();
    // actix leaves out the body of a response to a HEAD request.
    Ok(from_http(layer.replace(&theirs, &body, part, false)))
}

/// The head of a response, with its marks.
fn parts_of<B>(response: &HttpResponse<B>) -> Parts {
    let extensions = response.extensions();
    parts::response(
        parts::status(response.status().as_u16()),
        headers_of(response.headers()),
        extensions.get::<Report>().cloned(),
        extensions.get::<Keep>().copied(),
    )
}

/// The part of the request that an extractor of actix could not read.
fn part_of_request(error: &Error) -> Option<RejectionKind> {
    fn is<T: ResponseError + 'static>(error: &Error) -> bool {
        error.as_error::<T>().is_some()
    }
    // Without a `PathConfig` a wrong path parameter is no `PathError`.
    type PathParameter = InternalError<serde::de::value::Error>;

    type Is = fn(&Error) -> bool;

    let parts: [(Is, RejectionKind); 7] = [
        (is::<JsonPayloadError>, RejectionKind::Body),
        (is::<PayloadError>, RejectionKind::Body),
        (is::<QueryPayloadError>, RejectionKind::Query),
        (is::<PathError>, RejectionKind::Path),
        (is::<PathParameter>, RejectionKind::Path),
        (is::<UrlencodedError>, RejectionKind::Form),
        (is::<ParseError>, RejectionKind::Header),
    ];
    let found = parts.iter().find(|(is_of, _)| is_of(error));
    found.map(|(_, kind)| *kind)
}
