//! Errors that axum and its middleware answer by themselves, as the service's own.

use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context as Task, Poll};

use axum_core::extract::Request;
use axum_core::response::{IntoResponse, Response};
use errcode_core::{Report, attach_entries, reason_phrase};
use http::StatusCode;
use http_body_util::{BodyExt, Limited};
use tower_layer::Layer;
use tower_service::Service;

/// The longest text that is read from a rejection.
const LIMIT: usize = 4096;

/// What an extractor, a router or a layer answered by itself: a status, and a text about the
/// request.
///
/// A variant takes it in, and answers with its own code:
///
/// ```
/// use errcode::ApiError;
/// use errcode::axum::Rejection;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum SkillError {
///     /// The request can't be read.
///     #[error("{0}")]
///     #[api(status = 400, code = "INVALID_REQUEST")]
///     Rejected(#[from] #[api(status = Rejection::status)] Rejection),
/// }
/// ```
///
/// The rejection is a source: its text may echo input and name types, so it is for the log. The
/// client reads it where the variant has `expose`. With `status = Rejection::status` on the field
/// the status is axum's (which tells 400, 413, 415 and 422 apart), without it the variant's.
#[derive(Clone, Debug)]
pub struct Rejection {
    status: StatusCode,
    text: String,
}

impl Rejection {
    /// A rejection that says a text, for examples and tests.
    pub fn new(status: StatusCode, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { status, text }
    }

    /// The status that axum would have answered with.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Reads what axum would have answered.
    pub(super) async fn of(response: Response) -> Self {
        let status = response.status();
        let text = match Limited::new(response.into_body(), LIMIT).collect().await {
            Ok(body) => String::from_utf8_lossy(&body.to_bytes()).into_owned(),
            Err(_) => String::new(),
        };
        Self { status, text }
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text.trim() {
            "" => f.write_str(reason_phrase(self.status)),
            text => f.write_str(text),
        }
    }
}

impl std::error::Error for Rejection {}

/// Makes the service's error `E` of every 4xx and 5xx below it that is not made from an
/// [`ApiError`](crate::ApiError): of extractors, missing routes and methods, body limits, timeouts.
///
/// Other headers than the body's stay as they are, so that a 405 keeps its `Allow`.
///
/// ```
/// use axum::Router;
/// use errcode::ApiError;
/// use errcode::axum::{Rejection, RejectionLayer};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum SkillError {
///     /// The request can't be read.
///     #[error("{0}")]
///     #[api(status = 400, code = "INVALID_REQUEST")]
///     Rejected(#[from] #[api(status = Rejection::status)] Rejection),
/// }
///
/// let app: Router = Router::new().layer(RejectionLayer::<SkillError>::new());
/// ```
pub struct RejectionLayer<E>(PhantomData<fn() -> E>);

impl<E> RejectionLayer<E> {
    /// The layer for the service's error `E`.
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

impl<E> Default for RejectionLayer<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E> Clone for RejectionLayer<E> {
    fn clone(&self) -> Self {
        Self(PhantomData)
    }
}

impl<E> fmt::Debug for RejectionLayer<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RejectionLayer")
    }
}

impl<S, E> Layer<S> for RejectionLayer<E> {
    type Service = RejectionService<S, E>;

    fn layer(&self, inner: S) -> Self::Service {
        attach_entries();
        RejectionService {
            inner,
            error: PhantomData,
        }
    }
}

/// The service that [`RejectionLayer`] makes.
#[derive(Debug)]
pub struct RejectionService<S, E> {
    inner: S,
    error: PhantomData<fn() -> E>,
}

impl<S: Clone, E> Clone for RejectionService<S, E> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
            error: PhantomData,
        }
    }
}

impl<S, E> Service<Request> for RejectionService<S, E>
where
    S: Service<Request>,
    S::Response: IntoResponse,
    S::Future: Send + 'static,
    E: From<Rejection> + IntoResponse,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, cx: &mut Task<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        // Responses that are made from errors carry their entry, as the layer wants it, and are told by it.
        let inner = self.inner.call(request);
        Box::pin(async move {
            let response = inner.await?.into_response();
            Ok(adopted::<E>(response).await)
        })
    }
}

/// The headers that describe the very body they come with (RFC 9110, 8; RFC 9530).
const OF_A_BODY: [&str; 11] = [
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-md5",
    "content-type",
    "repr-digest",
    "trailer",
    "transfer-encoding",
];

/// The response itself, unless it is somebody else's error.
async fn adopted<E: From<Rejection> + IntoResponse>(response: Response) -> Response {
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || response.extensions().get::<Report>().is_some() {
        return response;
    }
    let theirs = response.headers().clone();
    let mut ours = E::from(Rejection::of(response).await).into_response();
    let headers = ours.headers_mut();
    for name in theirs.keys() {
        let of_the_body = OF_A_BODY.contains(&name.as_str());
        if !of_the_body && !headers.contains_key(name) {
            for value in theirs.get_all(name) {
                headers.append(name.clone(), value.clone());
            }
        }
    }
    ours
}
