//! The accounts service: the eight codes of its page, `Retry-After`, and what HTTP adds.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use accounts::errors::ACCOUNTS;
use accounts::state::App;
use axum::routing::get;

use super::client::{Answer, Service, logged};

const JSON: &str = "application/json";

/// The bodies of the page, and their statuses.
const PAGE: [(u16, &str, &str); 8] = [
    (
        400,
        "INVALID_REQUEST",
        r#"{"error":{"code":"INVALID_REQUEST","message":"Missing required 'user_id' parameter."}}"#,
    ),
    (
        401,
        "UNAUTHENTICATED",
        r#"{"error":{"code":"UNAUTHENTICATED","message":"Authentication credentials not provided or invalid."}}"#,
    ),
    (
        403,
        "PERMISSION_DENIED",
        r#"{"error":{"code":"PERMISSION_DENIED","message":"You do not have permission to perform this action."}}"#,
    ),
    (
        404,
        "RESOURCE_NOT_FOUND",
        r#"{"error":{"code":"RESOURCE_NOT_FOUND","message":"The requested resource could not be found."}}"#,
    ),
    (
        429,
        "RATE_LIMIT_EXCEEDED",
        r#"{"error":{"code":"RATE_LIMIT_EXCEEDED","message":"You have exceeded your allowed request rate. Please try again later."}}"#,
    ),
    (
        500,
        "INTERNAL_SERVER_ERROR",
        r#"{"error":{"code":"INTERNAL_SERVER_ERROR","message":"An unexpected error occurred. Please try again later or contact support if the problem persists."}}"#,
    ),
    (
        503,
        "SERVICE_UNAVAILABLE",
        r#"{"error":{"code":"SERVICE_UNAVAILABLE","message":"The service is temporarily unavailable. Please try again later."}}"#,
    ),
    (
        402,
        "INSUFFICIENT_BALANCE",
        r#"{"error":{"code":"INSUFFICIENT_BALANCE","message":"Your account balance is insufficient to complete this transaction.","details":{"required":"100.00","available":"50.50"}}}"#,
    ),
];

/// Sends a request with an API key, or with none.
fn ask(service: &Service, key: &str, method: &str, path: &str, body: &str) -> Answer {
    let bearer = format!("Bearer {key}");
    let mut headers = vec![("content-type", JSON)];
    if !key.is_empty() {
        headers.push(("authorization", &bearer));
    }
    service.ask(method, &format!("/api/v1{path}"), &headers, body)
}

/// Checks that an answer is exactly what the page shows for a code.
#[track_caller]
fn is(answer: &Answer, code: &str) {
    let row = PAGE.iter().find(|(_, known, _)| *known == code).unwrap();
    answer.is(row.0, JSON, row.2);
}

/// A service with a clock that the test sets, and the clock.
fn at_any_time() -> (Service, Arc<Mutex<Instant>>) {
    let now = Arc::new(Mutex::new(Instant::now()));
    let clock = Arc::clone(&now);
    let app = App::new(Arc::new(move || *clock.lock().unwrap()), None);
    (Service::start(accounts::app_with(app)), now)
}

#[test]
fn the_catalog_has_every_code_of_the_page() {
    let mut codes = Vec::new();
    for group in ACCOUNTS.groups() {
        let entries = group.entries().filter(|entry| !entry.is_hidden());
        codes.extend(entries.map(|doc| {
            let docs = doc.docs();
            let custom = group.title() != "Standard Error Codes";
            assert!(custom || docs.contains("# Scenario\n"), "{docs}");
            assert!(custom || docs.contains("# Fix\n"), "{docs}");
            (doc.entry().status().as_u16(), doc.entry().code().as_str())
        }));
    }
    let page = PAGE.map(|(status, code, _)| (status, code));
    assert_eq!(codes[..8], page);
    assert_eq!(codes[8..], [(405, "METHOD_NOT_ALLOWED")]);
}

#[test]
fn a_balance_that_is_too_small() {
    let service = Service::start(accounts::app());
    let add = |user: &str| ask(&service, "write-key", "POST", "/users", user);
    let balance = || ask(&service, "read-key", "GET", "/balance", "");

    let team = r#"{"user_id":"bob","plan":"team"}"#;
    is(&add(team), "INSUFFICIENT_BALANCE");
    balance().is(200, JSON, r#"{"available":"50.50"}"#);
    assert_eq!(add(r#"{"user_id":"bob"}"#).status, 201);
    balance().is(200, JSON, r#"{"available":"40.50"}"#);
}

#[test]
fn requests_that_are_invalid() {
    let service = Service::start(accounts::app());
    let add = |user: &str| ask(&service, "write-key", "POST", "/users", user);
    let invalid = |answer: Answer, message: &str| {
        let body = format!(r#"{{"error":{{"code":"INVALID_REQUEST","message":"{message}"}}}}"#);
        answer.is(400, JSON, &body);
    };

    is(&add("{}"), "INVALID_REQUEST");
    invalid(
        add(r#"{"user_id":"ada"}"#),
        "There is a user 'ada' already.",
    );
    invalid(
        add("{"),
        "Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1",
    );
    invalid(
        add(r#"{"plan":"gold"}"#),
        "Failed to deserialize the JSON body into the target type: plan: unknown variant `gold`, expected `starter` or `team` at line 1 column 14",
    );
    let plain = [
        ("authorization", "Bearer write-key"),
        ("content-type", "text/plain"),
    ];
    service.ask("POST", "/api/v1/users", &plain, "{}").is(
        415,
        JSON,
        r#"{"error":{"code":"INVALID_REQUEST","message":"Expected request with `Content-Type: application/json`"}}"#,
    );
    invalid(
        ask(&service, "read-key", "GET", "/users/%ff", ""),
        "Invalid URL: Invalid UTF-8 in `user_id`",
    );
}

#[test]
fn keys_and_what_they_permit() {
    let service = Service::start(accounts::app());
    for key in ["", "expired-key"] {
        let answer = ask(&service, key, "GET", "/users", "");
        is(&answer, "UNAUTHENTICATED");
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
    }
    let remove = |key: &str| ask(&service, key, "DELETE", "/users/ada", "");
    is(&remove("read-key"), "PERMISSION_DENIED");
    assert_eq!(remove("write-key").status, 204);
    is(&remove("write-key"), "RESOURCE_NOT_FOUND");
}

#[test]
fn the_61st_request_in_a_minute() {
    let (service, now) = at_any_time();
    let list = |key: &str| ask(&service, key, "GET", "/users", "");
    for _ in 0..60 {
        assert_eq!(list("read-key").status, 200);
    }
    *now.lock().unwrap() += Duration::from_millis(19_001);
    let limited = list("read-key");
    is(&limited, "RATE_LIMIT_EXCEEDED");
    // Of the minute 40.999 seconds are left.
    assert_eq!(limited.header("retry-after"), Some("41"));
    assert_eq!(list("write-key").status, 200);

    *now.lock().unwrap() += Duration::from_secs(41);
    assert_eq!(list("read-key").status, 200);
}

#[test]
fn maintenance() {
    let (service, now) = at_any_time();
    let list = || ask(&service, "read-key", "GET", "/users", "");
    let path = "/maintenance";
    let start = || ask(&service, "write-key", "PUT", path, r#"{"seconds":120}"#);

    assert_eq!(start().status, 204);
    *now.lock().unwrap() += Duration::from_secs(50);
    let closed = list();
    is(&closed, "SERVICE_UNAVAILABLE");
    assert_eq!(closed.header("retry-after"), Some("70"));
    *now.lock().unwrap() += Duration::from_secs(70);
    assert_eq!(list().status, 200);

    assert_eq!(start().status, 204);
    is(&list(), "SERVICE_UNAVAILABLE");
    let end = ask(&service, "write-key", "DELETE", path, "");
    assert_eq!(end.status, 204);
    assert_eq!(list().status, 200);
}

#[test]
fn why_the_ledger_fails_is_for_the_log() {
    let ledger = PathBuf::from("/nonexistent/ledger-of-a-test");
    let app = App::new(Arc::new(Instant::now), Some(ledger));
    let service = Service::start(accounts::app_with(app));
    let headers = [
        ("authorization", "Bearer write-key"),
        ("content-type", JSON),
        ("x-request-id", "accounts-500"),
    ];
    let user = r#"{"user_id":"bob"}"#;
    let answer = service.ask("POST", "/api/v1/users", &headers, user);
    is(&answer, "INTERNAL_SERVER_ERROR");
    let lines = logged("accounts-500");
    assert_eq!(lines.len(), 1);
    for text in [
        "ERROR",
        "INTERNAL_SERVER_ERROR",
        "No such file or directory",
    ] {
        assert!(lines[0].contains(text), "{lines:?}");
    }
    // Nothing was charged for what did not happen.
    let balance = ask(&service, "read-key", "GET", "/balance", "");
    balance.is(200, JSON, r#"{"available":"50.50"}"#);
    is(
        &ask(&service, "read-key", "GET", "/users/bob", ""),
        "RESOURCE_NOT_FOUND",
    );
}

#[test]
fn what_a_panic_says_is_for_the_log() {
    let app = App::new(Arc::new(Instant::now), None);
    let routes = accounts::routes::routes();
    let routes = routes.route("/", get(async || -> () { panic!("pw=accounts") }));
    let routes = accounts::routes::with_own_errors(routes);
    let service = Service::start(routes.with_state(app));
    let id = [("x-request-id", "accounts-panic")];
    is(&service.ask("GET", "/", &id, ""), "INTERNAL_SERVER_ERROR");
    let lines = logged("accounts-panic");
    assert_eq!(lines.len(), 1);
    assert!(lines[0].contains("ERROR"), "{lines:?}");
    assert!(lines[0].contains("pw=accounts"), "{lines:?}");
}

#[test]
fn routes_and_methods_that_are_not_there() {
    let service = Service::start(accounts::app());
    is(
        &ask(&service, "", "GET", "/nowhere", ""),
        "RESOURCE_NOT_FOUND",
    );
    let method = ask(&service, "", "PATCH", "/users", "");
    method.is(
        405,
        JSON,
        r#"{"error":{"code":"METHOD_NOT_ALLOWED","message":"The resource does not take this method."}}"#,
    );
    assert_eq!(method.header("allow"), Some("GET,HEAD,POST"));
}

#[test]
fn head_is_get_without_the_body() {
    let service = Service::start(accounts::app());
    let get = ask(&service, "read-key", "GET", "/users/bob", "");
    let head = ask(&service, "read-key", "HEAD", "/users/bob", "");
    head.is(404, JSON, "");
    let length = get.body.len().to_string();
    assert_eq!(get.header("content-length"), Some(&*length));
    assert_eq!(head.header("content-length"), Some(&*length));
}
