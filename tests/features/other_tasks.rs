//! Responses that are made in another task than the request's, below the layers.

use axum::Router;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use errcode::ApiError;
use errcode::axum::{ContextLayer, Rejection, RejectionLayer};
use errcode::response::Report;
use http::{Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;
use tracing::Level;

use crate::log::logged;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Error {
    #[error("no such skill")]
    #[api(status = 404, code = "NF")]
    Nf,
    #[error("{0}")]
    #[api(status = 400, code = "REJECTED")]
    Rejected(
        #[from]
        #[api(status = Rejection::status)]
        Rejection,
    ),
}

async fn own() -> Response {
    let spawned = tokio::spawn(async { Error::Nf.into_response() });
    spawned.await.unwrap()
}

async fn theirs() -> Response {
    let spawned = tokio::spawn(async { StatusCode::NOT_FOUND.into_response() });
    spawned.await.unwrap()
}

/// The entry that a response carries, and its body.
fn send(app: Router, path: &str) -> (&'static str, String) {
    let request = Request::builder().uri(path).body(Body::empty()).unwrap();
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    runtime.build().unwrap().block_on(async {
        let response = app.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let entry = parts.extensions.get::<Report>().unwrap().entry();
        (
            entry.code().as_str(),
            String::from_utf8(body.to_vec()).unwrap(),
        )
    })
}

#[test]
fn an_error_of_another_task_is_the_services_own() {
    let plain = || {
        Router::new()
            .route("/own", get(own))
            .route("/theirs", get(theirs))
            .layer(RejectionLayer::<Error>::new())
    };
    for known in [false, true] {
        let app = || {
            if known {
                plain().layer(ContextLayer::new())
            } else {
                plain()
            }
        };
        let lines = logged(Level::DEBUG, || {
            let body = r#"{"code":"NF","detail":"no such skill"}"#;
            assert_eq!(send(app(), "/own"), ("NF", body.to_owned()));
        });
        let lines: Vec<&String> = lines
            .iter()
            .filter(|line| line.contains("errcode"))
            .collect();
        assert!(lines.len() == 1 && lines[0].contains("NF"), "{lines:?}");
        let body = r#"{"code":"REJECTED","detail":"Not Found"}"#;
        assert_eq!(send(app(), "/theirs"), ("REJECTED", body.to_owned()));
    }
}
