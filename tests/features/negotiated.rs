//! Formats that are named by their path, and a format that chooses by the request.

use ::axum::Router;
use ::axum::body::{Body, to_bytes};
use errcode::ApiError;
use errcode::axum::ContextLayer;
use errcode::format::{Flat, Html, Negotiated, Problem, ProblemXml};
use http::Request;
use tower::ServiceExt;

use crate::answer::answer;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no <file>")]
#[api(format = errcode::format::Text, status = 404, code = "NO_FILE")]
struct NoFile;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no <file>")]
#[api(format = errcode::format::ProblemXml, status = 404, code = "NO_FILE")]
struct NoFileXml;

#[test]
fn a_format_is_named_by_its_path() {
    let text = answer(&NoFile);
    assert_eq!(
        text.header("content-type"),
        Some("text/plain; charset=utf-8")
    );
    assert_eq!(text.body, "no <file>");
    let xml = answer(&NoFileXml);
    assert_eq!(xml.header("content-type"), Some("application/problem+xml"));
    assert!(
        xml.body.contains("<detail>no &lt;file&gt;</detail>"),
        "{}",
        xml.body
    );
}

type Any = Negotiated<(Problem, Html, ProblemXml, Flat)>;

/// A body that errcode keeps, and one that depends on a field.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Any)]
enum Page {
    #[error("no page")]
    #[api(status = 404, code = "NO_PAGE")]
    Missing,

    #[error("page {id} is taken")]
    #[api(status = 409, code = "TAKEN")]
    Taken {
        #[api(public)]
        id: u32,
    },
}

/// The `Content-Type` and the body of a response over a router.
async fn get(path: &str, accept: Option<&str>) -> (String, String) {
    let app = Router::new()
        .route(
            "/missing",
            ::axum::routing::get(|| async { Err::<(), _>(Page::Missing) }),
        )
        .route(
            "/taken",
            ::axum::routing::get(|| async { Err::<(), _>(Page::Taken { id: 7 }) }),
        )
        .layer(ContextLayer::new().without_instance());
    let mut request = Request::get(path);
    if let Some(accept) = accept {
        request = request.header("accept", accept);
    }
    let response = app
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    let headers = response.headers();
    assert_eq!(headers["vary"], "Accept");
    let content_type = headers["content-type"].to_str().unwrap().to_owned();
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (content_type, String::from_utf8(body.to_vec()).unwrap())
}

#[test]
fn one_service_answers_each_client_in_its_format() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    for _ in 0..3 {
        for path in ["/missing", "/taken"] {
            for (accept, expected, start) in [
                (None, "application/problem+json", "{\"type\":"),
                (Some("*/*"), "application/problem+json", "{\"type\":"),
                (Some("image/png"), "application/problem+json", "{\"type\":"),
                (
                    Some("text/html"),
                    "text/html; charset=utf-8",
                    "<!DOCTYPE html>",
                ),
                (
                    Some("application/problem+xml"),
                    "application/problem+xml",
                    "<?xml",
                ),
                (
                    Some("application/json;q=0.1, application/problem+json"),
                    "application/problem+json",
                    "{\"type\":",
                ),
                (Some("application/json"), "application/json", "{\"code\":"),
            ] {
                let (content_type, body) = runtime.block_on(get(path, accept));
                assert_eq!(content_type, expected, "{path} {accept:?}");
                assert!(body.starts_with(start), "{path} {accept:?}: {body}");
            }
        }
    }
}
