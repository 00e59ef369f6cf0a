//! Every layer that services stack, inside and outside of `RejectionLayer`, in both versions of HTTP.

use std::any::Any;
use std::io::Read;
use std::time::Duration;

use axum::Router;
use axum::response::{IntoResponse, Response};
use errcode::axum::{ContextLayer, RejectionLayer, on_panic};
use http::StatusCode;
use http::header::HeaderName;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::cors::CorsLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::normalize_path::NormalizePathLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tower_http::validate_request::ValidateRequestHeaderLayer;

use crate::app::{Error, rejected, routes};
use crate::client::{Answer, VERSIONS, Version, ask, serve};
use crate::log;

/// Adds one layer to a router.
type Add = fn(Router) -> Router;

const LAYERS: [(&str, Add); 10] = [
    ("none", |app| app),
    ("compression", |app| app.layer(CompressionLayer::new())),
    ("timeout", |app| {
        app.layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            Duration::from_secs(2),
        ))
    }),
    ("limit", |app| app.layer(RequestBodyLimitLayer::new(64))),
    ("cors", |app| app.layer(CorsLayer::permissive())),
    ("catch-panic", |app| {
        app.layer(CatchPanicLayer::custom(on_panic::<Error>))
    }),
    ("request-id", |app| {
        let name = HeaderName::from_static("x-request-id");
        app.layer(PropagateRequestIdLayer::new(name.clone()))
            .layer(SetRequestIdLayer::new(name, MakeRequestUuid))
    }),
    ("trace", |app| app.layer(TraceLayer::new_for_http())),
    ("validate-request", |app| {
        app.layer(ValidateRequestHeaderLayer::accept("application/json"))
    }),
    ("normalize-path", |app| {
        app.layer(NormalizePathLayer::trim_trailing_slash())
    }),
];

fn rejection_layer() -> RejectionLayer<Error> {
    RejectionLayer::new().keep_if(|response| {
        let media_type = response.headers.get("content-type");
        media_type.is_some_and(|media_type| media_type == "application/problem+json")
    })
}

/// A request, and the status and body that it has to get whatever is stacked.
struct Row {
    method: &'static str,
    path: &'static str,
    body: &'static str,
    status: u16,
    answer: String,
    headers: &'static [(&'static str, &'static [&'static str])],
}

fn row(method: &'static str, path: &'static str, status: u16, answer: impl Into<String>) -> Row {
    Row {
        method,
        path,
        body: "",
        status,
        answer: answer.into(),
        headers: &[],
    }
}

fn rows() -> Vec<Row> {
    const GONE: &[&str] = &[];
    vec![
        row("GET", "/fine", 200, "fine"),
        row("HEAD", "/fine", 200, ""),
        Row {
            headers: &[("www-authenticate", &["Bearer error=\"invalid_token\""])],
            ..row(
                "GET",
                "/own",
                401,
                r#"{"code":"TOKEN_EXPIRED","detail":"the token has expired"}"#,
            )
        },
        Row {
            headers: &[("location", &["/login"])],
            ..row("GET", "/redirect", 303, "")
        },
        row("GET", "/kept", 404, "<h1>No such page</h1>"),
        row("GET", "/upstream", 422, r#"{"title":"theirs"}"#),
        row("GET", "/nowhere", 404, rejected("Not Found")),
        row("HEAD", "/nowhere", 404, ""),
        Row {
            headers: &[("allow", &["GET,HEAD"])],
            ..row("DELETE", "/fine", 405, rejected("Method Not Allowed"))
        },
        Row {
            headers: &[("www-authenticate", &["Bearer", "Basic realm=\"ops\""])],
            ..row("GET", "/basic", 401, rejected("Unauthorized"))
        },
        row("GET", "/number/x", 400, rejected("Bad Request")),
        row("HEAD", "/number/x", 400, ""),
        row("POST", "/json", 415, rejected("Unsupported Media Type")),
        row("GET", "/stalled", 503, rejected("Service Unavailable")),
        row("HEAD", "/stalled", 503, ""),
        row("GET", "/never", 502, rejected("Bad Gateway")),
        row("GET", "/endless", 500, rejected("Internal Server Error")),
        Row {
            headers: &[
                ("etag", GONE),
                ("last-modified", GONE),
                ("content-language", GONE),
                ("cache-control", &["no-store"]),
            ],
            ..row("GET", "/cached", 404, rejected("Not Found"))
        },
        Row {
            headers: &[
                ("retry-after", &["17"]),
                ("x-ratelimit-limit", &["5"]),
                ("set-cookie", &["a=1", "b=2"]),
            ],
            ..row("GET", "/limited", 429, rejected("Too Many Requests"))
        },
        // A status that is none of an error's gives way to the variant's.
        row("GET", "/odd", 400, rejected("Bad Request")),
        row("GET", "/binary", 500, rejected("Internal Server Error")),
        row("GET", "/status", 503, rejected("Service Unavailable")),
    ]
}

/// The body as it was before a layer outside of errcode's compressed it.
fn plain(answer: &Answer) -> String {
    if answer.headers.get("content-encoding").is_none() {
        return answer.text().to_owned();
    }
    assert_eq!(answer.headers["content-encoding"], "gzip");
    let mut text = String::new();
    let mut gzip = flate2::read::GzDecoder::new(&*answer.body);
    gzip.read_to_string(&mut text).unwrap();
    text
}

async fn check(version: Version, stack: &str, base: &str, row: &Row) {
    let headers = [("accept", "application/json"), ("accept-encoding", "gzip")];
    let answer = ask(version, base, row.method, row.path, &headers, row.body).await;
    let what = format!("{version:?} {stack}: {} {}", row.method, row.path);
    assert_eq!(
        (answer.status, plain(&answer)),
        (row.status, row.answer.clone()),
        "{what}"
    );
    for (name, values) in row.headers {
        assert_eq!(answer.all(name), *values, "{what}: {name}");
    }
    if row.answer.starts_with('{') && row.answer.contains("code") {
        assert_eq!(answer.headers["content-type"], "application/json", "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_layer_on_both_sides() {
    log::start();
    for (name, add) in LAYERS {
        let inside = add(routes()).layer(rejection_layer());
        let outside = add(routes().layer(rejection_layer()));
        for (side, app) in [("inside", inside), ("outside", outside)] {
            let base = serve(app.layer(ContextLayer::new().without_instance())).await;
            let stack = format!("{name} {side}");
            for version in VERSIONS {
                for row in &rows() {
                    // Compression inside of the layer changes what stays, and the client here asks for gzip.
                    check(version, &stack, &base, row).await;
                }
            }
        }
    }
    assert!(!log::lines_with("upstream is down").is_empty());
    assert!(!log::lines_with("again and again").is_empty());
    let unreadable = log::lines_with("")
        .into_iter()
        .find(|line| line.contains('\u{fffd}') || line.contains("\\u{"));
    assert_eq!(unreadable, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_layers_answer_themselves() {
    let layer = |name: &str| LAYERS.iter().find(|(known, _)| *known == name).unwrap().1;
    for (name, method, path, headers, body, status, answer) in [
        (
            "timeout",
            "GET",
            "/slow",
            &[][..],
            "",
            408,
            rejected("Request Timeout"),
        ),
        (
            "limit",
            "POST",
            "/json",
            &[("content-type", "application/json")],
            TOO_LONG,
            413,
            rejected("Content Too Large"),
        ),
        (
            "validate-request",
            "GET",
            "/fine",
            &[("accept", "text/html")],
            "",
            406,
            rejected("Not Acceptable"),
        ),
        (
            "catch-panic",
            "GET",
            "/panics",
            &[],
            "",
            500,
            r#"{"code":"INTERNAL_ERROR","detail":"Internal Server Error"}"#.to_owned(),
        ),
    ] {
        let base = serve(layer(name)(routes()).layer(rejection_layer())).await;
        for version in VERSIONS {
            let sent = ask(version, &base, method, path, headers, body).await;
            assert_eq!(
                (sent.status, sent.text()),
                (status, &*answer),
                "{version:?} {name}"
            );
        }
    }
    // Without a panic handler of errcode's, tower-http's own response is a foreign one.
    let app = routes().layer(CatchPanicLayer::custom(
        |_: Box<dyn Any + Send>| -> Response {
            (StatusCode::INTERNAL_SERVER_ERROR, "Service panicked").into_response()
        },
    ));
    let base = serve(app.layer(rejection_layer())).await;
    let sent = ask(Version::Http2, &base, "GET", "/panics", &[], "").await;
    assert_eq!(
        (sent.status, sent.text()),
        (500, &*rejected("Internal Server Error"))
    );
}

const TOO_LONG: &str = "\"0123456789012345678901234567890123456789012345678901234567890123456789\"";

#[tokio::test(flavor = "multi_thread")]
async fn a_service_with_compression_innermost_answers_in_its_own_format() {
    log::start();
    let app = routes()
        .layer(CompressionLayer::new())
        .layer(rejection_layer());
    let base = serve(app).await;
    for version in VERSIONS {
        for (path, status, phrase) in [
            ("/number/x", 400, "Bad Request"),
            ("/nowhere", 404, "Not Found"),
            ("/stalled", 503, "Service Unavailable"),
            ("/never", 502, "Bad Gateway"),
        ] {
            let headers = [("accept-encoding", "gzip, br, zstd")];
            let sent = ask(version, &base, "GET", path, &headers, "").await;
            assert_eq!(
                (sent.status, sent.text()),
                (status, &*rejected(phrase)),
                "{version:?} {path}"
            );
            assert!(
                sent.all("content-encoding").is_empty(),
                "{version:?} {path}"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_that_is_sent_with_another_status_is_logged() {
    log::start();
    let base = serve(routes().layer(rejection_layer())).await;
    let sent = ask(Version::Http1, &base, "GET", "/overridden", &[], "").await;
    assert_eq!(
        (sent.status, sent.text()),
        (201, r#"{"code":"TAKEN","detail":"taken"}"#)
    );
    let lines = log::lines_with("another status");
    assert!(
        lines.iter().any(|line| line.contains("error.status=409")
            && line.contains("http.response.status_code=201")),
        "{lines:?}"
    );
}
