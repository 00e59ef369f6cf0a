//! A service whose routes fail in every way that errcode does not make itself.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::Body;
use axum::extract::Path;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Extension, Json, Router};
use bytes::Bytes;
use errcode::ApiError;
use errcode::axum::{Keep, Panic, Rejection};
use futures_util::{StreamExt, stream};
use http::StatusCode;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, challenge = "Bearer")]
pub(crate) enum Error {
    #[error("rejected: {0}")]
    #[api(status = 400, code = "INVALID_REQUEST")]
    Rejected(
        #[from]
        #[api(status = Rejection::status)]
        Rejection,
    ),
    #[error("panicked: {0}")]
    #[api(status = 500, code = "INTERNAL_ERROR")]
    Panicked(#[from] Panic),
    #[error("the token has expired")]
    #[api(status = 401, code = "TOKEN_EXPIRED", header("WWW-Authenticate" = "Bearer error=\"invalid_token\""))]
    Expired,
    #[error("taken")]
    #[api(status = 409, code = "TAKEN")]
    Taken,
}

/// The body of the service's own error for a rejection.
pub(crate) fn rejected(phrase: &str) -> String {
    format!(r#"{{"code":"INVALID_REQUEST","detail":"{phrase}"}}"#)
}

fn with(status: u16, headers: &[(&'static str, &'static str)], body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    for (name, value) in headers {
        response.headers_mut().append(*name, value.parse().unwrap());
    }
    response
}

fn frames(
    texts: &'static [&'static str],
) -> impl futures_util::Stream<Item = Result<Bytes, Infallible>> + Send {
    stream::iter(
        texts
            .iter()
            .map(|text| Ok(Bytes::from_static(text.as_bytes()))),
    )
}

const TEXT: (&str, &str) = ("content-type", "text/plain; charset=utf-8");

async fn stalled() -> Response {
    let body = frames(&["upstream is down"]).chain(stream::pending());
    with(503, &[TEXT], Body::from_stream(body))
}

async fn never() -> Response {
    with(
        502,
        &[TEXT],
        Body::from_stream(stream::pending::<Result<Bytes, Infallible>>()),
    )
}

async fn endless() -> Response {
    let body =
        stream::repeat_with(|| Ok::<_, Infallible>(Bytes::from_static(b"again and again, ")));
    with(500, &[TEXT], Body::from_stream(body))
}

async fn cached() -> Response {
    let headers = [
        TEXT,
        ("etag", "\"a\""),
        ("last-modified", "Tue, 15 Nov 1994 12:45:26 GMT"),
        ("content-language", "en"),
        ("cache-control", "no-store"),
    ];
    with(404, &headers, "not here")
}

async fn limited() -> Response {
    let headers = [
        TEXT,
        ("retry-after", "17"),
        ("x-ratelimit-limit", "5"),
        ("set-cookie", "a=1"),
        ("set-cookie", "b=2"),
    ];
    with(429, &headers, "slow down")
}

async fn slow() -> &'static str {
    tokio::time::sleep(Duration::from_secs(3600)).await;
    "late"
}

async fn number(Path(number): Path<u32>) -> String {
    number.to_string()
}

pub(crate) fn routes() -> Router {
    Router::new()
        .route("/fine", get(async || "fine"))
        .route("/own", get(async || Error::Expired))
        .route(
            "/overridden",
            get(async || (StatusCode::CREATED, Err::<(), _>(Error::Taken))),
        )
        .route("/redirect", get(async || Redirect::to("/login")))
        .route(
            "/kept",
            get(async || {
                (
                    StatusCode::NOT_FOUND,
                    Extension(Keep),
                    Html("<h1>No such page</h1>"),
                )
            }),
        )
        .route(
            "/upstream",
            get(async || {
                with(
                    422,
                    &[("content-type", "application/problem+json")],
                    r#"{"title":"theirs"}"#,
                )
            }),
        )
        .route(
            "/basic",
            get(async || {
                with(
                    401,
                    &[TEXT, ("www-authenticate", "Basic realm=\"ops\"")],
                    "who?",
                )
            }),
        )
        .route("/number/{number}", get(number))
        .route("/json", post(async |Json(text): Json<String>| text))
        .route("/stalled", get(stalled))
        .route("/never", get(never))
        .route("/endless", get(endless))
        .route("/cached", get(cached))
        .route("/limited", get(limited))
        .route("/odd", get(async || with(799, &[TEXT], "odd")))
        .route("/slow", get(slow))
        .route("/panics", get(async || -> Response { panic!("pw=1") }))
        .route(
            "/binary",
            get(async || with(500, &[("content-type", "image/png")], vec![0x89, 0x50])),
        )
        .route(
            "/status",
            get(async || StatusCode::SERVICE_UNAVAILABLE.into_response()),
        )
}
