//! What the skills service answers to requests that are no good, to too many, and when it fails.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use skills::storage::{FILE_LIMIT, Storage};

use super::{JSON, ask, at_any_time, is};
use crate::client::{Answer, Service, logged};

#[test]
fn validation_names_every_field() {
    let service = Service::start(skills::app());
    let skill = r#"{"slug":"PDF","name":" ","price_cents":100001}"#;
    ask(&service, "ada", "POST", "/v1/skills", skill).is(
        422,
        JSON,
        concat!(
            r#"{"code":"VALIDATION_ERROR","detail":"Input validation failed. name: must not be empty; "#,
            r#"price_cents: must not be above 100000; slug: must be 3 to 40 lowercase letters, digits or hyphens","#,
            r#""details":{"name":"must not be empty","price_cents":"must not be above 100000","#,
            r#""slug":"must be 3 to 40 lowercase letters, digits or hyphens"}}"#
        ),
    );
}

#[test]
fn what_axum_rejects_is_a_validation_error() {
    let service = Service::start(skills::app());
    let rejected = |answer: Answer, text: &str| {
        let body = format!(
            r#"{{"code":"VALIDATION_ERROR","detail":"Input validation failed. request: {text}","details":{{"request":"{text}"}}}}"#
        );
        answer.is(422, JSON, &body);
    };
    rejected(
        ask(&service, "ada", "POST", "/v1/skills", "{"),
        "Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1",
    );
    rejected(
        ask(&service, "ada", "POST", "/v1/skills", r#"{"slug":"a-b"}"#),
        "Failed to deserialize the JSON body into the target type: missing field `name` at line 1 column 14",
    );
    let plain = [
        ("authorization", "Bearer ada"),
        ("content-type", "text/plain"),
    ];
    rejected(
        service.ask("POST", "/v1/skills", &plain, "{}"),
        "Expected request with `Content-Type: application/json`",
    );
    rejected(
        ask(&service, "", "GET", "/v1/skills?limit=all", ""),
        "Failed to deserialize query string: limit: invalid digit found in string",
    );
    rejected(
        ask(&service, "ada", "GET", "/v1/claims/first", ""),
        "Invalid URL: Cannot parse `first` to a `u32`",
    );
}

#[test]
fn a_file_that_is_too_large() {
    let service = Service::start(skills::app());
    let upload = |size: usize| {
        let path = "/v1/skills/pdf-tools/versions";
        ask(&service, "ada", "POST", path, &"x".repeat(size))
    };
    upload(FILE_LIMIT + 1).is(
        413,
        JSON,
        r#"{"code":"FILE_TOO_LARGE","detail":"The uploaded file exceeds the size limit of 102400 bytes.","details":{"limit_bytes":102400}}"#,
    );
    assert_eq!(upload(FILE_LIMIT).status, 202);
}

#[test]
fn why_the_storage_fails_is_for_the_log() {
    let folder = PathBuf::from("/nonexistent/skills-of-a-test");
    let app = skills::app_with(Arc::new(Instant::now), Storage::Folder(folder));
    let service = Service::start(app);
    let path = "/v1/skills/pdf-tools/versions";
    let headers = [
        ("authorization", "Bearer ada"),
        ("x-request-id", "skills-502"),
    ];
    // A failure leaves nothing behind: the second upload finds no pending version.
    for _ in 0..2 {
        let answer = service.ask("POST", path, &headers, "one");
        is(&answer, "STORAGE_ERROR");
    }
    let lines = logged("skills-502");
    assert_eq!(lines.len(), 2);
    for line in lines {
        assert!(line.contains("ERROR"), "{line}");
        assert!(line.contains("STORAGE_ERROR"), "{line}");
        assert!(line.contains("No such file or directory"), "{line}");
    }
}

#[test]
fn the_101st_request_in_a_minute() {
    let (service, now) = at_any_time();
    let list = |token: &str| ask(&service, token, "GET", "/v1/skills", "");
    for _ in 0..100 {
        assert_eq!(list("bob").status, 200);
    }
    *now.lock().unwrap() += Duration::from_millis(14_500);
    let limited = list("bob");
    is(&limited, "RATE_LIMITED");
    // Of the minute 45.5 seconds are left.
    assert_eq!(limited.header("retry-after"), Some("46"));
    assert_eq!(list("ada").status, 200);
    assert_eq!(list("").status, 200);

    *now.lock().unwrap() += Duration::from_secs(46);
    assert_eq!(list("bob").status, 200);
}

#[test]
fn routes_and_methods_that_are_not_there() {
    let service = Service::start(skills::app());
    is(&ask(&service, "", "GET", "/v2/skills", ""), "NOT_FOUND");
    let method = ask(&service, "", "PUT", "/v1/skills", "");
    method.is(
        405,
        JSON,
        r#"{"code":"METHOD_NOT_ALLOWED","detail":"The resource does not take this method."}"#,
    );
    assert_eq!(method.header("allow"), Some("GET,HEAD,POST"));
}

#[test]
fn head_is_get_without_the_body() {
    let service = Service::start(skills::app());
    let get = ask(&service, "", "GET", "/v1/skills/none", "");
    let head = ask(&service, "", "HEAD", "/v1/skills/none", "");
    head.is(404, JSON, "");
    let length = get.body.len().to_string();
    assert_eq!(get.header("content-length"), Some(&*length));
    assert_eq!(head.header("content-length"), Some(&*length));
}

#[test]
fn what_a_panic_says_is_for_the_log() {
    let routes = Router::new().route("/", get(async || -> () { panic!("pw=skills") }));
    let service = Service::start(skills::routes::with_own_errors(routes));
    let answer = service.ask("GET", "/", &[("x-request-id", "skills-500")], "");
    answer.is(
        500,
        JSON,
        r#"{"code":"INTERNAL_ERROR","detail":"Something went wrong on our side. Retry the request."}"#,
    );
    let lines = logged("skills-500");
    assert_eq!(lines.len(), 1);
    assert!(lines[0].contains("ERROR"), "{lines:?}");
    assert!(lines[0].contains("pw=skills"), "{lines:?}");
}
