//! The responses of the notes API.

use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use tower::ServiceExt;

/// Sends a request to a new service, and returns the status and the body.
async fn send(file: &str, request: Request<Body>) -> (u16, String) {
    let response = notes::app(file).oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(body.into()).unwrap())
}

fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn a_note_that_is_missing() {
    let (status, body) = send("unused", get("/notes/7")).await;
    assert_eq!(status, 404);
    assert_eq!(
        body,
        r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"there is no note 7","instance":"/notes/7","code":"NOTE_NOT_FOUND","number":7}"#
    );
}

#[tokio::test]
async fn a_number_that_is_none() {
    let (status, body) = send("unused", get("/notes/seven")).await;
    assert_eq!(status, 400);
    assert_eq!(
        body,
        r#"{"type":"about:blank","title":"Bad Request","status":400,"instance":"/notes/seven","code":"INVALID_REQUEST"}"#
    );
}

#[tokio::test]
async fn a_file_that_cannot_be_opened() {
    let request = Request::post("/notes")
        .header("content-type", "application/json")
        .body(Body::from(r#"{"name":"shopping","text":"milk"}"#));
    let (status, body) = send("/no/such/folder/notes.txt", request.unwrap()).await;
    assert_eq!(status, 503);
    assert_eq!(
        body,
        r#"{"type":"about:blank","title":"Service Unavailable","status":503,"instance":"/notes","code":"STORAGE_DOWN"}"#
    );
}
