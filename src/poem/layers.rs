//! The layers as middleware of poem.

use std::marker::PhantomData;

use errcode_core::attach_entries;
use http::{HeaderValue, Method};
use http_body_util::combinators::BoxBody;
use poem::error::{
    ParseFormError, ParseJsonError, ParsePathError, ParseQueryError, ParseTypedHeaderError,
    ReadBodyError,
};
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};

use super::{from_http, into_response};
use crate::context::ContextLayer;
use crate::foreign::{Panic, PanicLayer, Rejection, RejectionKind, RejectionLayer, catch_panic};
use crate::respond::AsApiError;

impl<P: Endpoint> Middleware<P> for ContextLayer {
    type Output = ContextEndpoint<P>;

    fn transform(&self, inner: P) -> Self::Output {
        attach_entries();
        ContextEndpoint {
            inner,
            layer: self.clone(),
        }
    }
}

/// The endpoint that [`ContextLayer`] makes.
#[derive(Debug)]
pub struct ContextEndpoint<P> {
    inner: P,
    layer: ContextLayer,
}

impl<P: Endpoint> Endpoint for ContextEndpoint<P> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let head = request.method() == Method::HEAD;
        let path = request.original_uri().path();
        let context = self.layer.context(path, head, |name| {
            let values = request.headers().get_all(name).into_iter();
            values.map(HeaderValue::as_bytes)
        });
        let call = async {
            let called = self.inner.call(request).await;
            called.map_or_else(into_response, IntoResponse::into_response)
        };
        Ok(context.scope(call).await)
    }
}

impl<P: Endpoint, E> Middleware<P> for PanicLayer<E>
where
    E: From<Panic> + Into<poem::Error> + 'static,
{
    type Output = PanicEndpoint<P, E>;

    fn transform(&self, inner: P) -> Self::Output {
        PanicEndpoint {
            inner,
            error: PhantomData,
        }
    }
}

/// The endpoint that [`PanicLayer`] makes.
#[derive(Debug)]
pub struct PanicEndpoint<P, E> {
    inner: P,
    error: PhantomData<fn() -> E>,
}

impl<P: Endpoint, E> Endpoint for PanicEndpoint<P, E>
where
    E: From<Panic> + Into<poem::Error> + 'static,
{
    type Output = P::Output;

    async fn call(&self, request: Request) -> Result<P::Output> {
        let caught = catch_panic(|| self.inner.call(request)).await;
        caught.unwrap_or_else(|panic| Err(E::from(panic).into()))
    }
}

impl<P: Endpoint, E> Middleware<P> for RejectionLayer<E>
where
    E: From<Rejection> + AsApiError + 'static,
{
    type Output = RejectionEndpoint<P, E>;

    fn transform(&self, inner: P) -> Self::Output {
        // The report tells the layer which responses are made from an error.
        attach_entries();
        RejectionEndpoint {
            inner,
            layer: self.clone(),
        }
    }
}

/// The endpoint that [`RejectionLayer`] makes.
#[derive(Debug)]
pub struct RejectionEndpoint<P, E> {
    inner: P,
    layer: RejectionLayer<E>,
}

impl<P: Endpoint, E> Endpoint for RejectionEndpoint<P, E>
where
    E: From<Rejection> + AsApiError + 'static,
{
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let head = request.method() == Method::HEAD;
        let (part, response) = match self.inner.call(request).await {
            Ok(response) => (None, response.into_response()),
            Err(error) => (part_of_request(&error), into_response(error)),
        };
        if response.status().as_u16() < 400 {
            return Ok(response);
        }
        let response: http::Response<BoxBody<_, _>> = response.into();
        let applied = self.layer.apply(response, part, head);
        Ok(applied.map_or_else(from_http, from_http))
    }
}

/// The part of the request that an extractor of poem could not read.
fn part_of_request(error: &poem::Error) -> Option<RejectionKind> {
    type Is = fn(&poem::Error) -> bool;

    let parts: [(Is, RejectionKind); 6] = [
        (poem::Error::is::<ParseJsonError>, RejectionKind::Body),
        (poem::Error::is::<ReadBodyError>, RejectionKind::Body),
        (poem::Error::is::<ParseQueryError>, RejectionKind::Query),
        (poem::Error::is::<ParsePathError>, RejectionKind::Path),
        (poem::Error::is::<ParseFormError>, RejectionKind::Form),
        (
            poem::Error::is::<ParseTypedHeaderError>,
            RejectionKind::Header,
        ),
    ];
    let found = parts.iter().find(|(is_of, _)| is_of(error));
    found.map(|(_, kind)| *kind)
}
