//! Extractors inside of `Extract`: their failures, their own errors and redirects, and optional ones.

use axum::extract::{FromRequestParts, Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use errcode::axum::{Extract, Rejected, Rejection, RejectionKind};
use http::StatusCode;
use http::request::Parts;

use crate::app::{Error, rejected};
use crate::client::{VERSIONS, ask, serve};

/// An extractor that always fails, as its first parameter says.
struct Fails<const HOW: u8>;

impl<S: Sync, const HOW: u8> FromRequestParts<S> for Fails<HOW> {
    type Rejection = Response;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Response> {
        Err(match HOW {
            0 => Error::Expired.into_response(),
            1 => Redirect::to("/login").into_response(),
            2 => {
                let headers = [("retry-after", "17"), ("x-ratelimit-limit", "5")];
                (StatusCode::TOO_MANY_REQUESTS, headers, "slow down").into_response()
            }
            _ => {
                let headers = [("www-authenticate", "Basic realm=\"ops\"")];
                (StatusCode::UNAUTHORIZED, headers, "who?").into_response()
            }
        })
    }
}

async fn fails<const HOW: u8>(_: Extract<Fails<HOW>, Error>) -> &'static str {
    "fine"
}

async fn optional(number: Option<Extract<Path<u32>, Error>>) -> String {
    number.map_or("none".to_owned(), |Extract(Path(number), ..)| {
        number.to_string()
    })
}

async fn optional_body(text: Option<Extract<Json<String>, Error>>) -> String {
    text.map_or("none".to_owned(), |Extract(Json(text), ..)| text)
}

async fn as_result(number: Result<Extract<Path<u32>, Error>, Rejected<Error>>) -> Response {
    match number {
        Ok(Extract(Path(number), ..)) => number.to_string().into_response(),
        Err(rejected) => match rejected.error() {
            Some(Error::Rejected(rejection)) => format!("{:?}", rejection.kind()).into_response(),
            _ => rejected.into_response(),
        },
    }
}

/// Gives each kind of failure a code of its own.
#[derive(Debug, thiserror::Error, errcode::ApiError)]
#[api(format = flat)]
enum ByKind {
    #[error("body")]
    #[api(
        status = 400,
        code = "INVALID_BODY",
        message = "The body is not valid."
    )]
    Body(#[source] Rejection),
    #[error("query")]
    #[api(
        status = 400,
        code = "INVALID_QUERY",
        message = "The query is not valid."
    )]
    Query(#[source] Rejection),
    #[error("path")]
    #[api(
        status = 400,
        code = "INVALID_PATH",
        message = "The path is not valid."
    )]
    Path(#[source] Rejection),
    #[error("form")]
    #[api(
        status = 400,
        code = "INVALID_FORM",
        message = "The form is not valid."
    )]
    Form(#[source] Rejection),
    #[error("media type")]
    #[api(
        status = 415,
        code = "MEDIA_TYPE",
        message = "The media type is not supported."
    )]
    MediaType(#[source] Rejection),
    #[error("other")]
    #[api(status = 400, code = "OTHER")]
    Other(
        #[source]
        #[api(status = Rejection::status)]
        Rejection,
    ),
}

impl From<Rejection> for ByKind {
    fn from(rejection: Rejection) -> Self {
        match rejection.kind() {
            RejectionKind::Body => Self::Body(rejection),
            RejectionKind::Query => Self::Query(rejection),
            RejectionKind::Path => Self::Path(rejection),
            RejectionKind::Form => Self::Form(rejection),
            RejectionKind::MediaType => Self::MediaType(rejection),
            _ => Self::Other(rejection),
        }
    }
}

type By<T> = Extract<T, ByKind>;

#[derive(serde::Deserialize)]
struct Page {
    page: u32,
}

fn app() -> Router {
    Router::new()
        .route("/own", get(fails::<0>))
        .route("/redirect", get(fails::<1>))
        .route("/limited", get(fails::<2>))
        .route("/basic", get(fails::<3>))
        .route("/optional", get(optional))
        .route("/optional/{number}", get(optional))
        .route("/body", post(optional_body))
        .route("/result/{number}", get(as_result))
        .route(
            "/by/path/{number}",
            get(async |Extract(Path(number), ..): By<Path<u32>>| number.to_string()),
        )
        .route(
            "/by/query",
            get(async |Extract(Query(page), ..): By<Query<Page>>| page.page.to_string()),
        )
        .route(
            "/by/json",
            post(async |Extract(Json(text), ..): By<Json<String>>| text),
        )
        .route(
            "/by/form",
            post(async |Extract(Form(page), ..): By<Form<Page>>| page.page.to_string()),
        )
}

#[tokio::test(flavor = "multi_thread")]
async fn the_extractors_own_responses_stay() {
    let base = serve(app()).await;
    for version in VERSIONS {
        let own = ask(version, &base, "GET", "/own", &[], "").await;
        assert_eq!(own.status, 401);
        assert_eq!(
            own.text(),
            r#"{"code":"TOKEN_EXPIRED","detail":"the token has expired"}"#
        );
        assert_eq!(
            own.all("www-authenticate"),
            ["Bearer error=\"invalid_token\""]
        );
        let redirect = ask(version, &base, "GET", "/redirect", &[], "").await;
        assert_eq!(
            (redirect.status, redirect.all("location")),
            (303, vec!["/login"])
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_headers_of_a_rejection_stay() {
    let base = serve(app()).await;
    for version in VERSIONS {
        let limited = ask(version, &base, "GET", "/limited", &[], "").await;
        assert_eq!(
            (limited.status, limited.text()),
            (429, &*rejected("Too Many Requests"))
        );
        assert_eq!(limited.all("retry-after"), ["17"]);
        assert_eq!(limited.all("x-ratelimit-limit"), ["5"]);
        let basic = ask(version, &base, "GET", "/basic", &[], "").await;
        assert_eq!(
            basic.all("www-authenticate"),
            ["Bearer", "Basic realm=\"ops\""]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn optional_extractors() {
    let base = serve(app()).await;
    let json = [("content-type", "application/json")];
    for version in VERSIONS {
        for (method, path, headers, body, status, text) in [
            ("GET", "/optional", &[][..], "", 200, "none".to_owned()),
            ("GET", "/optional/7", &[], "", 200, "7".to_owned()),
            ("GET", "/optional/x", &[], "", 400, rejected("Bad Request")),
            ("POST", "/body", &[], "", 200, "none".to_owned()),
            ("POST", "/body", &json, "\"a\"", 200, "a".to_owned()),
            (
                "POST",
                "/body",
                &json,
                "7",
                422,
                rejected("Unprocessable Content"),
            ),
            ("GET", "/result/7", &[], "", 200, "7".to_owned()),
            ("GET", "/result/x", &[], "", 200, "Path".to_owned()),
        ] {
            let sent = ask(version, &base, method, path, headers, body).await;
            assert_eq!(
                (sent.status, sent.text()),
                (status, &*text),
                "{version:?} {path} {body}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_failure_has_its_code() {
    let base = serve(app()).await;
    let json = [("content-type", "application/json")];
    let form = [("content-type", "application/x-www-form-urlencoded")];
    for (method, path, headers, body, code) in [
        ("GET", "/by/path/x", &[][..], "", "INVALID_PATH"),
        ("GET", "/by/query?page=x", &[], "", "INVALID_QUERY"),
        ("POST", "/by/json", &json, "{", "INVALID_BODY"),
        ("POST", "/by/json", &json, "7", "INVALID_BODY"),
        ("POST", "/by/json", &[], "\"a\"", "MEDIA_TYPE"),
        ("POST", "/by/form", &form, "page=x", "INVALID_FORM"),
    ] {
        let sent = ask(VERSIONS[0], &base, method, path, headers, body).await;
        assert!(sent.text().contains(code), "{path} {body}: {}", sent.text());
    }
}
