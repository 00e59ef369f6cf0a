//! The hosting service: every code of its page, as clients get it.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::routing::get;
use hosting::state::Hosting;

use super::client::{Answer, Service, logged};

const JSON: &str = "application/json";
const ACME: (&str, &str) = ("Authorization", "Bearer oc_live_acme");
const READER: (&str, &str) = ("Authorization", "Bearer oc_live_acme_readonly");
const GLOBEX: (&str, &str) = ("Authorization", "Bearer oc_live_globex");
const SENDS_JSON: (&str, &str) = ("Content-Type", "application/json");

const UNAUTHORIZED: &str =
    r#"{"error":{"code":"unauthorized","message":"Invalid or missing API key"}}"#;
const NOT_FOUND: &str = r#"{"error":{"code":"not_found","message":"Resource not found"}}"#;
const INTERNAL: &str =
    r#"{"error":{"code":"internal_error","message":"An internal error occurred"}}"#;
const UNREADABLE: &str =
    r#"{"error":{"code":"unprocessable_entity","message":"The request could not be read."}}"#;

/// The time at which the services of most tests stand still.
const NOW: u64 = 1_770_681_540;

fn service() -> Service {
    let state = Hosting::new("no-such-folder", || NOW);
    Service::start(hosting::guarded(hosting::routes(), state))
}

/// A 422 with a message.
#[track_caller]
fn refused(answer: &Answer, message: &str) {
    let body = format!(r#"{{"error":{{"code":"unprocessable_entity","message":"{message}"}}}}"#);
    answer.is(422, JSON, &body);
}

#[test]
fn unauthorized_whatever_is_wrong_with_the_key() {
    let service = service();
    let revoked = ("Authorization", "Bearer oc_live_acme_revoked");
    let expired = ("Authorization", "Bearer oc_live_acme_expired");
    for (headers, why) in [
        (vec![], "no Authorization header"),
        (vec![("Authorization", "Basic eDp5")], "not a Bearer token"),
        (
            vec![("Authorization", "oc_live_acme")],
            "not a Bearer token",
        ),
        (vec![("Authorization", "Bearer guess")], "no such key"),
        (vec![revoked], "the key is revoked"),
        (vec![expired], "the key has expired"),
    ] {
        let answer = service.ask("GET", "/v1/instances", &headers, "");
        answer.is(401, JSON, UNAUTHORIZED);
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
        assert!(!logged(&format!("unauthorized: {why}")).is_empty(), "{why}");
    }
    for header in ["Bearer oc_live_acme", "bearer  oc_live_acme"] {
        let headers = [("Authorization", header)];
        assert_eq!(
            service.ask("GET", "/v1/instances", &headers, "").status,
            200
        );
    }
}

#[test]
fn a_key_works_until_it_expires() {
    let clock = Arc::new(AtomicU64::new(1_699_999_999));
    let time = Arc::clone(&clock);
    let state = Hosting::new("no-such-folder", move || time.load(Ordering::Relaxed));
    let service = Service::start(hosting::guarded(hosting::routes(), state));
    let key = [("Authorization", "Bearer oc_live_acme_expired")];
    assert_eq!(service.ask("GET", "/v1/instances", &key, "").status, 200);
    clock.store(1_700_000_000, Ordering::Relaxed);
    let answer = service.ask("GET", "/v1/instances", &key, "");
    answer.is(401, JSON, UNAUTHORIZED);
}

#[test]
fn forbidden_to_a_key_that_may_only_read() {
    let service = service();
    let body = r#"{"error":{"code":"forbidden","message":"Access denied"}}"#;
    for (method, path) in [
        ("POST", "/v1/instances/inst_1/stop"),
        ("POST", "/v1/instances/inst_1/backups/bak_1/restore"),
        ("DELETE", "/v1/instances/inst_1"),
        // Whether it exists makes no difference.
        ("DELETE", "/v1/instances/inst_3"),
        ("DELETE", "/v1/instances/inst_99"),
    ] {
        service.ask(method, path, &[READER], "").is(403, JSON, body);
    }
    let order = r#"{"name":"x","package_index":0}"#;
    let answer = service.ask("POST", "/v1/instances", &[READER, SENDS_JSON], order);
    answer.is(403, JSON, body);
    let answer = service.ask("GET", "/v1/instances/inst_1", &[READER], "");
    assert_eq!(answer.status, 200);
}

#[test]
fn not_found_is_the_same_for_what_belongs_to_somebody_else() {
    for (method, tail) in [
        ("GET", ""),
        ("DELETE", ""),
        ("POST", "/start"),
        ("POST", "/backups/bak_1/restore"),
        ("GET", "/log"),
    ] {
        let ask = |id: &str, key| {
            let path = format!("/v1/instances/{id}{tail}");
            let mut answer = service().ask(method, &path, &[key], "");
            answer.headers.remove("date");
            answer
        };
        let (hidden, absent) = (ask("inst_3", ACME), ask("inst_99", ACME));
        hidden.is(404, JSON, NOT_FOUND);
        absent.is(404, JSON, NOT_FOUND);
        assert_eq!(hidden.headers, absent.headers, "{method} {tail}");
        assert_ne!(ask("inst_3", GLOBEX).status, 404, "{method} {tail}");
    }
    assert!(!logged("instance inst_3 belongs to globex").is_empty());
}

#[test]
fn not_found_after_a_deletion_and_for_what_never_was() {
    let service = service();
    let answer = service.ask("DELETE", "/v1/instances/inst_1", &[ACME], "");
    assert_eq!((answer.status, answer.body.as_str()), (204, ""));
    for path in [
        "/v1/instances/inst_1",
        "/v1/instances/inst_2/backups/bak_9/restore",
        "/v1/nothing",
        "/",
    ] {
        let method = if path.ends_with("restore") {
            "POST"
        } else {
            "GET"
        };
        service
            .ask(method, path, &[ACME], "")
            .is(404, JSON, NOT_FOUND);
    }
}

#[test]
fn the_power_switch_says_what_is_in_the_way() {
    let service = service();
    let power = |action: &str| {
        let path = format!("/v1/instances/inst_1/{action}");
        service.ask("POST", &path, &[ACME], "")
    };
    refused(&power("start"), "Instance is already running");
    assert_eq!(power("restart").status, 200);
    let paused = power("pause");
    assert_eq!(paused.status, 200);
    let powers = r#""can_start":true,"can_stop":true,"can_restart":false}"#;
    assert!(paused.body.ends_with(powers), "{}", paused.body);
    refused(&power("pause"), "Instance is not running");
    refused(&power("restart"), "Instance is not running");
    assert_eq!(power("stop").status, 200);
    refused(&power("stop"), "Instance is already stopped");
    assert_eq!(power("start").status, 200);
}

#[test]
fn only_daily_billing_instances_can_be_deleted() {
    let answer = service().ask("DELETE", "/v1/instances/inst_2", &[ACME], "");
    let message =
        "This instance cannot be deleted. Only daily billing instances can be deleted via API.";
    refused(&answer, message);
}

#[test]
fn a_backup_is_restored_to_what_does_not_run() {
    let service = service();
    let restore = || {
        let path = "/v1/instances/inst_1/backups/bak_1/restore";
        service.ask("POST", path, &[ACME], "")
    };
    let message = "Instance must be stopped or paused before restoring a backup.";
    refused(&restore(), message);
    for action in ["pause", "stop"] {
        let path = format!("/v1/instances/inst_1/{action}");
        assert_eq!(service.ask("POST", &path, &[ACME], "").status, 200);
        let restored = restore();
        assert_eq!(restored.status, 200);
        assert!(restored.body.contains(r#""restored_from":"bak_1""#));
    }
}

#[test]
fn a_purchase_is_checked_field_by_field() {
    let service = service();
    let buy = |body: &str| service.ask("POST", "/v1/instances", &[ACME, SENDS_JSON], body);
    let invalid = |body: &str, details: &str| {
        let error = r#""code":"unprocessable_entity","message":"Validation failed""#;
        let expected = format!(r#"{{"error":{{{error},"details":{details}}}}}"#);
        buy(body).is(422, JSON, &expected);
    };
    invalid(r#"{"package_index":0}"#, r#"{"name":"is required"}"#);
    invalid(
        r#"{"name":" ","package_index":9}"#,
        r#"{"name":"is required"}"#,
    );
    invalid(
        "{}",
        r#"{"name":"is required","package_index":"is required"}"#,
    );
    let long = format!(r#"{{"name":"{}","package_index":0}}"#, "é".repeat(65));
    invalid(&long, r#"{"name":"is longer than 64 characters"}"#);

    let message = "Invalid package index. Please select a valid Claw package.";
    for index in ["3", "-1"] {
        let body = format!(r#"{{"name":"web","package_index":{index}}}"#);
        refused(&buy(&body), message);
    }

    // Ten instances and more: each has an id of its own.
    for number in 4..16 {
        let bought = buy(r#"{"name":"new","package_index":2}"#);
        assert_eq!(bought.status, 201);
        let start = format!(r#"{{"id":"inst_{number}","name":"new","package":"Claw Max""#);
        assert!(bought.body.starts_with(&start), "{}", bought.body);
    }
}

#[test]
fn what_axum_refuses_is_a_validation_error() {
    let service = service();
    let buy = |headers: &[_], body: &str| service.ask("POST", "/v1/instances", headers, body);
    buy(&[ACME, SENDS_JSON], "{").is(422, JSON, UNREADABLE);
    buy(&[ACME, SENDS_JSON], r#"{"name":7}"#).is(422, JSON, UNREADABLE);
    buy(&[ACME, ("Content-Type", "text/plain")], "{}").is(415, JSON, UNREADABLE);
    buy(&[ACME, SENDS_JSON], &" ".repeat((2 << 20) + 1)).is(413, JSON, UNREADABLE);
    let answer = service.ask("GET", "/v1/instances/%FF", &[ACME], "");
    answer.is(422, JSON, UNREADABLE);
    // Who calls comes first.
    buy(&[SENDS_JSON], "{").is(401, JSON, UNAUTHORIZED);
}

#[test]
fn the_hundred_and_first_request_of_a_minute_is_too_many() {
    let clock = Arc::new(AtomicU64::new(NOW));
    let time = Arc::clone(&clock);
    let state = Hosting::new("no-such-folder", move || time.load(Ordering::Relaxed));
    let service = Service::start(hosting::guarded(hosting::routes(), state));
    let ask = |key| service.ask("GET", "/v1/instances", &[key], "");
    let left = |answer: &Answer, remaining: &str, reset: u64| {
        assert_eq!(answer.header("x-ratelimit-limit"), Some("100"));
        assert_eq!(answer.header("x-ratelimit-remaining"), Some(remaining));
        let reset = reset.to_string();
        assert_eq!(answer.header("x-ratelimit-reset"), Some(reset.as_str()));
    };
    for remaining in (0..100).rev() {
        let answer = ask(ACME);
        assert_eq!(answer.status, 200);
        left(&answer, &remaining.to_string(), NOW + 60);
    }
    let body = r#"{"error":{"code":"rate_limit_exceeded","message":"Rate limit exceeded. Try again later."}}"#;
    clock.store(NOW + 59, Ordering::Relaxed);
    let answer = ask(ACME);
    answer.is(429, JSON, body);
    left(&answer, "0", NOW + 60);

    // Each key has a minute of its own, and a new one after it.
    left(&ask(READER), "99", NOW + 59 + 60);
    clock.store(NOW + 60, Ordering::Relaxed);
    let answer = ask(ACME);
    assert_eq!(answer.status, 200);
    left(&answer, "99", NOW + 120);
}

#[test]
fn every_response_tells_how_many_requests_are_left() {
    let service = service();
    for (number, (method, path, status)) in [
        ("GET", "/v1/instances", 200),
        ("GET", "/v1/instances/inst_3", 404),
        ("GET", "/nothing", 404),
        ("PUT", "/v1/instances", 405),
        ("POST", "/v1/instances", 415),
        ("GET", "/v1/instances/inst_1/log", 500),
        ("DELETE", "/v1/instances/inst_1", 204),
    ]
    .into_iter()
    .enumerate()
    {
        let answer = service.ask(method, path, &[ACME], "");
        assert_eq!(answer.status, status, "{method} {path}");
        let remaining = (99 - number).to_string();
        assert_eq!(answer.header("x-ratelimit-limit"), Some("100"));
        assert_eq!(answer.header("x-ratelimit-remaining"), Some(&*remaining));
        assert_eq!(answer.header("x-ratelimit-reset"), Some("1770681600"));
    }
    // Without a key it is a minute shared with all who have none.
    let answer = service.ask("GET", "/v1/instances", &[], "");
    assert_eq!(
        (answer.status, answer.header("x-ratelimit-remaining")),
        (401, Some("99"))
    );
}

#[test]
fn the_cause_of_an_internal_error_is_in_the_log_alone() {
    let headers = [ACME, ("x-request-id", "hosting-log-1")];
    let answer = service().ask("GET", "/v1/instances/inst_1/log", &headers, "");
    answer.is(500, JSON, INTERNAL);
    let lines = logged("hosting-log-1");
    let [line] = &lines[..] else {
        panic!("one event for one response: {lines:?}")
    };
    for part in [
        "ERROR",
        "internal_error",
        "inst_1.log",
        "No such file or directory",
    ] {
        assert!(line.contains(part), "{part}: {line}");
    }
}

#[test]
fn a_log_that_is_there_is_read() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosting-logs");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("inst_1.log"), "started\n").unwrap();
    let state = Hosting::new(folder, || NOW);
    let service = Service::start(hosting::guarded(hosting::routes(), state));
    let answer = service.ask("GET", "/v1/instances/inst_1/log", &[ACME], "");
    answer.is(200, "text/plain; charset=utf-8", "started\n");
}

#[test]
fn a_panic_is_an_internal_error() {
    let panics = get(async || -> () { panic!("hosting fell over") });
    let routes = hosting::routes().route("/panics", panics);
    let state = Hosting::new("no-such-folder", || NOW);
    let service = Service::start(hosting::guarded(routes, state));
    let answer = service.ask("GET", "/panics", &[ACME], "");
    answer.is(500, JSON, INTERNAL);
    assert_eq!(answer.header("x-ratelimit-remaining"), Some("99"));
    let lines = logged("hosting fell over");
    assert!(
        lines.iter().any(|line| line.contains("internal_error")),
        "{lines:?}"
    );
}

#[test]
fn a_wrong_method_is_told_the_right_ones() {
    let service = service();
    let body = r#"{"error":{"code":"method_not_allowed","message":"Method not allowed"}}"#;
    for (method, path, allow) in [
        ("PUT", "/v1/instances", "GET,HEAD,POST"),
        ("PATCH", "/v1/instances/inst_1", "GET,HEAD,DELETE"),
        ("GET", "/v1/instances/inst_1/start", "POST"),
    ] {
        let answer = service.ask(method, path, &[ACME], "");
        answer.is(405, JSON, body);
        assert_eq!(answer.header("allow"), Some(allow));
    }
}

#[test]
fn a_head_has_the_headers_and_no_body() {
    let service = Service::start(hosting::app());
    for (path, status, length) in [
        ("/v1/instances/inst_3", 404, NOT_FOUND.len()),
        ("/v1/instances/inst_1/log", 500, INTERNAL.len()),
    ] {
        let answer = service.ask("HEAD", path, &[ACME], "");
        answer.is(status, JSON, "");
        let length = length.to_string();
        assert_eq!(answer.header("content-length"), Some(length.as_str()));
    }
}
