//! The middleware that makes the service's own errors of responses that errcode did not make.

use std::fmt;
use std::future::{Future, Ready, ready};
use std::marker::PhantomData;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{
    ResponseHead, Service, ServiceRequest, ServiceResponse, Transform, forward_ready,
};
use actix_web::error::{
    InternalError, JsonPayloadError, ParseError, PathError, PayloadError, QueryPayloadError,
    UrlencodedError,
};
use actix_web::{Error, HttpResponse, ResponseError};
use errcode_core::{Report, attach_entries};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use pin_project_lite::pin_project;

use super::from_http;
use crate::foreign::{Keep, Rejection, RejectionKind, replacement, stays};
use crate::respond::AsApiError;

/// Makes the service's error `E` of every 4xx and 5xx below it that is not made from an
/// [`ApiError`](crate::ApiError): failures of `Json`, `Query`, `Path`, `Form` and other extractors, missing
/// routes and methods, errors of other middleware. [`foreign`](crate::foreign) has the rule.
///
/// It takes the place of an `error_handler` for each extractor and of a default service.
///
/// ```
/// use actix_web::App;
/// use errcode::ApiError;
/// use errcode::actix::{Rejection, RejectionMiddleware};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("rejected")]
/// #[api(status = 400, code = "INVALID_REQUEST")]
/// struct Rejected(#[from] #[api(status = Rejection::status)] Rejection);
///
/// let app = App::new().wrap(RejectionMiddleware::<Rejected>::new());
/// # let _ = app;
/// ```
pub struct RejectionMiddleware<E> {
    keep: Option<Keeps>,
    error: PhantomData<fn() -> E>,
}

/// Whether a response stays as it is.
type Keeps = Rc<dyn Fn(&ResponseHead) -> bool>;

impl<E> RejectionMiddleware<E> {
    /// The middleware for the service's error `E`.
    pub const fn new() -> Self {
        Self {
            keep: None,
            error: PhantomData,
        }
    }

    /// The same, but responses for which `keep` is true stay as they are. A single response can also be kept with
    /// the extension [`Keep`].
    pub fn keep_if(mut self, keep: impl Fn(&ResponseHead) -> bool + 'static) -> Self {
        self.keep = Some(Rc::new(keep));
        self
    }
}

impl<E> Default for RejectionMiddleware<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> Clone for RejectionMiddleware<E> {
    fn clone(&self) -> Self {
        Self {
            keep: self.keep.clone(),
            error: PhantomData,
        }
    }
}

impl<E> fmt::Debug for RejectionMiddleware<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RejectionMiddleware")
            .field("keeps_some", &self.keep.is_some())
            .finish_non_exhaustive()
    }
}

impl<S, B, E> Transform<S, ServiceRequest> for RejectionMiddleware<E>
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
            middleware: self.clone(),
        }))
    }
}

/// The service that [`RejectionMiddleware`] makes.
#[derive(Debug)]
pub struct RejectionService<S, E> {
    inner: S,
    middleware: RejectionMiddleware<E>,
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
            middleware: self.middleware.clone(),
        }
    }
}

pin_project! {
    /// The future of [`RejectionService`].
    #[derive(Debug)]
    pub struct RejectionFuture<F, E> {
        #[pin]
        inner: F,
        middleware: RejectionMiddleware<E>,
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
            Ok(response) if this.middleware.keeps(response.response()) => {
                Ok(response.map_into_left_body())
            }
            Ok(response) => {
                let (request, theirs) = response.into_parts();
                let ours = replaced::<B, E>(theirs);
                Ok(ServiceResponse::new(request, ours.map_into_right_body()))
            }
            // An error of other middleware, which becomes a response only above this one.
            Err(error) => {
                let response = error.error_response();
                let response = if this.middleware.keeps(&response) {
                    response
                } else {
                    replaced::<BoxBody, E>(response)
                };
                Err(InternalError::from_response(error, response).into())
            }
        })
    }
}

impl<E> RejectionMiddleware<E> {
    fn keeps<B>(&self, response: &HttpResponse<B>) -> bool {
        let extensions = response.extensions();
        let report = extensions.get::<Report>();
        let status = response.status().as_u16();
        let by_predicate = self.keep.as_ref();
        let stays = stays(status, report, extensions.get::<Keep>())
            || by_predicate.is_some_and(|keep| keep(response.head()));
        if let (true, Some(report), Ok(sent)) = (stays, report, StatusCode::from_u16(status)) {
            report.log_if_sent_as(sent);
        }
        stays
    }
}

/// The service's own response in place of another.
fn replaced<B: MessageBody, E: From<Rejection> + AsApiError>(
    response: HttpResponse<B>,
) -> HttpResponse {
    let part = response.error().and_then(part_of_request);
    let status = StatusCode::from_u16(response.status().as_u16());
    let mut theirs = HeaderMap::new();
    for (name, value) in response.headers() {
        let name = HeaderName::from_bytes(name.as_str().as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) {
            theirs.append(name, value);
        }
    }
    // Only a body that is complete is read.
    let body = response.into_body().try_into_bytes().unwrap_or_default();
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut rejection = Rejection::from_response(status, &theirs, &body);
    if let Some(part) = part {
        rejection = rejection.with_part(part);
    }
    from_http(replacement::<E>(&theirs, rejection))
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
