//! axum: handlers, rejections, fallbacks, panics, context, and boxes.

use ::axum::extract::{DefaultBodyLimit, Path, Query};
use ::axum::routing::{get, post};
use ::axum::{Form, Json, Router, body::Body};
use errcode::axum::{ContextLayer, Extract, Panic, Rejection, RejectionLayer, on_panic};
use errcode::catalog::{Entry, StaticEntry};
use errcode::response::Report;
use errcode::{ApiError, BoxApiError, Code};
use http::{Request, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;
use tower_http::catch_panic::CatchPanicLayer;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Error {
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
    #[error("no such route")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    #[error("no such method")]
    #[api(status = 405, code = "METHOD_NOT_ALLOWED", allow(missing_header))]
    MethodNotAllowed,
    #[error("io")]
    #[api(status = 502, code = "STORAGE_ERROR")]
    Storage(#[from] std::io::Error),
}

/// Shows what axum says.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0}")]
#[api(format = flat, status = 400, code = "INVALID_REQUEST", expose)]
struct Shown(#[from] Rejection);

type Input<T> = Extract<T, Error>;

#[derive(serde::Deserialize)]
struct Page {
    page: u8,
}

async fn json(Extract(Json(number), ..): Input<Json<u8>>) -> Result<Json<u8>, Error> {
    Ok(Json(number))
}

async fn form(Extract(Form(page), ..): Input<Form<Page>>) -> Result<Json<u8>, Error> {
    Ok(Json(page.page))
}

async fn parts(
    Extract(Path(id), ..): Input<Path<u8>>,
    Extract(Query(page), ..): Input<Query<Page>>,
) -> Result<Json<u8>, Error> {
    Ok(Json(id + page.page))
}

async fn shown(Extract(Json(number), ..): Extract<Json<u8>, Shown>) -> Json<u8> {
    Json(number)
}

async fn storage() -> Result<Json<u8>, Error> {
    Err(std::io::Error::other("pw=1"))?;
    Ok(Json(1))
}

async fn boxed() -> Result<Json<u8>, BoxApiError> {
    Err(Error::NotFound)?;
    Ok(Json(1))
}

async fn by_hand() -> Result<Json<u8>, ByHand> {
    Err(ByHand)
}

async fn panics() -> Json<u8> {
    panic!("pw=1")
}

#[derive(Debug, thiserror::Error)]
#[error("by hand")]
struct ByHand;

impl ApiError for ByHand {
    fn entry(&self) -> Entry {
        const { &StaticEntry::new(418, Code::new("BY_HAND")) }.entry()
    }
}

errcode::impl_response!(ByHand);

fn routes() -> Router {
    Router::new()
        .route("/json", post(json).layer(DefaultBodyLimit::max(8)))
        .route("/form", post(form))
        .route("/parts/{id}", get(parts))
        .route("/shown", post(shown))
        .route("/storage", get(storage))
        .route("/boxed", get(boxed))
        .route("/by-hand", get(by_hand))
        .route("/panics", get(panics))
        .fallback(async || Error::NotFound)
        .method_not_allowed_fallback(async || Error::MethodNotAllowed)
}

fn app() -> Router {
    routes()
        .layer(CatchPanicLayer::custom(on_panic::<Error>))
        .layer(ContextLayer::new())
}

struct Sent {
    status: u16,
    headers: http::HeaderMap,
    body: String,
    entry: Option<Entry>,
}

/// Asks without a socket.
fn send(app: Router, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Sent {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::from(body.to_owned())).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let response = app.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        Sent {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8(body.to_vec()).unwrap(),
            entry: parts.extensions.get::<Report>().map(Report::entry),
        }
    })
}

const JSON: &[(&str, &str)] = &[("content-type", "application/json")];
const FORM: &[(&str, &str)] = &[("content-type", "application/x-www-form-urlencoded")];

#[test]
fn handlers_return_errors_and_the_question_mark_makes_them() {
    assert_eq!(send(app(), "POST", "/json", JSON, "7").body, "7");
    let storage = send(app(), "GET", "/storage", &[], "");
    assert_eq!(
        (storage.status, storage.body.as_str()),
        (502, r#"{"code":"STORAGE_ERROR","detail":"Bad Gateway"}"#)
    );
    let boxed = send(app(), "GET", "/boxed", &[], "");
    assert_eq!(
        (boxed.status, boxed.body.as_str()),
        (404, r#"{"code":"NOT_FOUND","detail":"no such route"}"#)
    );
    let by_hand = send(app(), "GET", "/by-hand", &[], "");
    assert_eq!(by_hand.status, 418);
    assert!(
        by_hand
            .body
            .contains(r#""instance":"/by-hand","code":"BY_HAND""#),
        "{}",
        by_hand.body
    );
}

#[test]
fn rejections_of_extractors_have_the_services_own_format_and_code() {
    for (status, path, headers, body, phrase) in [
        (400, "/json", JSON, "x", "Bad Request"),
        (422, "/json", JSON, "\"x\"", "Unprocessable Content"),
        (413, "/json", JSON, "123456789", "Content Too Large"),
        (415, "/json", &[], "7", "Unsupported Media Type"),
        (422, "/form", FORM, "page=x", "Unprocessable Content"),
        (422, "/form", FORM, "", "Unprocessable Content"),
        (415, "/form", &[], "page=1", "Unsupported Media Type"),
    ] {
        let sent = send(app(), "POST", path, headers, body);
        let expected = format!(r#"{{"code":"INVALID_REQUEST","detail":"{phrase}"}}"#);
        assert_eq!(
            (sent.status, sent.body),
            (status, expected),
            "{path} {body}"
        );
        assert_eq!(sent.headers["content-type"], "application/json");
    }
    for path in [
        "/parts/x?page=1",
        "/parts/300?page=1",
        "/parts/1",
        "/parts/1?page=x",
    ] {
        let sent = send(app(), "GET", path, &[], "");
        assert_eq!(
            (sent.status, sent.body.as_str()),
            (400, r#"{"code":"INVALID_REQUEST","detail":"Bad Request"}"#),
            "{path}"
        );
    }
    assert_eq!(send(app(), "GET", "/parts/1?page=2", &[], "").body, "3");
}

#[test]
fn the_text_of_a_rejection_is_shown_only_on_request() {
    let sent = send(app(), "POST", "/shown", JSON, "\"x\"");
    assert_eq!(sent.status, 400);
    assert!(sent.body.contains("invalid type: string"), "{}", sent.body);
}

#[test]
fn no_route_and_no_method() {
    let lost = send(app(), "GET", "/nowhere", &[], "");
    assert_eq!(
        (lost.status, lost.body.as_str()),
        (404, r#"{"code":"NOT_FOUND","detail":"no such route"}"#)
    );
    let wrong = send(app(), "DELETE", "/json", &[], "");
    assert_eq!(
        (wrong.status, wrong.body.as_str()),
        (
            405,
            r#"{"code":"METHOD_NOT_ALLOWED","detail":"no such method"}"#
        )
    );
    assert_eq!(wrong.headers["allow"], "POST");
}

#[test]
fn a_panic_is_the_services_500() {
    let sent = send(app(), "GET", "/panics", &[], "");
    assert_eq!(
        (sent.status, sent.body.as_str()),
        (
            500,
            r#"{"code":"INTERNAL_ERROR","detail":"Internal Server Error"}"#
        )
    );
    let payloads: [Box<dyn std::any::Any + Send>; 3] =
        [Box::new("str"), Box::new("string".to_owned()), Box::new(7)];
    let texts = payloads.map(|payload| Panic::from(payload).to_string());
    assert_eq!(texts, ["str", "string", "a panic without a message"]);
}

#[test]
fn a_head_has_no_body_and_the_length_of_the_get() {
    let head = send(app(), "HEAD", "/storage", &[], "");
    let get = send(app(), "GET", "/storage", &[], "");
    assert_eq!((head.status, head.body.as_str()), (502, ""));
    assert_eq!(
        head.headers["content-length"],
        get.body.len().to_string().as_str()
    );
}

#[test]
fn the_context_is_filled() {
    let sent = send(
        app(),
        "GET",
        "/by-hand?secret=1",
        &[("x-request-id", "7f3a")],
        "",
    );
    assert!(
        sent.body.contains(r#""instance":"/by-hand","#),
        "{}",
        sent.body
    );
    assert_eq!(sent.entry.unwrap().code(), "BY_HAND");
    let without = routes().layer(ContextLayer::new().without_instance());
    assert!(
        !send(without, "GET", "/by-hand", &[], "")
            .body
            .contains("instance")
    );
    let bare = send(routes(), "GET", "/by-hand", &[], "");
    assert!(!bare.body.contains("instance"));
}

async fn plain() -> StatusCode {
    StatusCode::SERVICE_UNAVAILABLE
}

async fn limited() -> impl ::axum::response::IntoResponse {
    (
        StatusCode::TOO_MANY_REQUESTS,
        [("retry-after", "5"), ("content-language", "en")],
        "slow down",
    )
}

#[test]
fn a_layer_adopts_the_errors_of_others_and_no_more() {
    let app = || {
        Router::new()
            .route("/plain", get(plain))
            .route("/limited", get(limited))
            .route("/json", post(async |Json(number): Json<u8>| Json(number)))
            .route("/own", get(boxed))
            .route("/fine", get(async || "fine"))
            .layer(RejectionLayer::<Error>::new())
    };
    for (status, method, path, phrase) in [
        (503, "GET", "/plain", "Service Unavailable"),
        (429, "GET", "/limited", "Too Many Requests"),
        (415, "POST", "/json", "Unsupported Media Type"),
        (404, "GET", "/nowhere", "Not Found"),
        (405, "DELETE", "/plain", "Method Not Allowed"),
    ] {
        let sent = send(app(), method, path, &[], "");
        let expected = format!(r#"{{"code":"INVALID_REQUEST","detail":"{phrase}"}}"#);
        assert_eq!((sent.status, sent.body), (status, expected), "{path}");
    }
    assert_eq!(
        send(app(), "GET", "/limited", &[], "").headers["retry-after"],
        "5"
    );
    assert_eq!(
        send(app(), "DELETE", "/plain", &[], "").headers["allow"],
        "GET,HEAD"
    );
    assert!(
        send(app(), "GET", "/own", &[], "")
            .body
            .contains("NOT_FOUND")
    );
    assert_eq!(send(app(), "GET", "/fine", &[], "").body, "fine");
}
