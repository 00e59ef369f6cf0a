//! The vault service: every row of its page, as clients get it.

mod access;

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::routing::get;
use serde_json::Value;
use vault::state::State;

use super::client::{Answer, Service, logged};

const PROBLEM: &str = "application/problem+json";
const SENDS_JSON: (&str, &str) = ("Content-Type", "application/json");

/// The service, and a clock that stands still until it is told otherwise.
struct Vault {
    service: Service,
    clock: Arc<AtomicU64>,
}

/// Somebody who has signed in.
struct Caller<'a> {
    vault: &'a Vault,
    authorization: String,
}

fn start(keys: impl AsRef<Path>) -> Vault {
    let clock = Arc::new(AtomicU64::new(1_770_681_540));
    let time = Arc::clone(&clock);
    let state = State::new(keys.as_ref(), move || time.load(Ordering::Relaxed));
    let panics = get(async || -> () { panic!("vault fell over") });
    let routes = vault::routes().route("/panics", panics);
    Vault {
        service: Service::start(vault::guarded(routes, state)),
        clock,
    }
}

impl Vault {
    fn new() -> Self {
        start("no-such-folder")
    }

    fn wait(&self, seconds: u64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    fn sign_in(&self, body: &str) -> Answer {
        self.service
            .ask("POST", "/v1/auth/token", &[SENDS_JSON], body)
    }

    fn signed_in(&self, name: &str) -> Caller<'_> {
        let answer = self.sign_in(&format!(r#"{{"api_key":"key_{name}"}}"#));
        assert_eq!(answer.status, 200);
        let token: Value = serde_json::from_str(&answer.body).unwrap();
        Caller {
            vault: self,
            authorization: format!("Bearer {}", token["access_token"].as_str().unwrap()),
        }
    }

    fn alice(&self) -> Caller<'_> {
        self.signed_in("alice")
    }

    fn bob(&self) -> Caller<'_> {
        self.signed_in("bob")
    }
}

impl Caller<'_> {
    fn ask(&self, method: &str, path: &str, body: &str) -> Answer {
        let mut headers = vec![("Authorization", self.authorization.as_str())];
        if !body.is_empty() {
            headers.push(SENDS_JSON);
        }
        self.vault.service.ask(method, path, &headers, body)
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "")
    }

    /// Asks for what succeeds.
    #[track_caller]
    fn done(&self, method: &str, path: &str, body: &str) {
        let answer = self.ask(method, path, body);
        assert!((200..300).contains(&answer.status), "{answer:?}");
    }
}

/// A problem whose `type` says nothing.
#[track_caller]
fn is_problem(answer: &Answer, status: u16, title: &str, detail: &str) {
    let body = format!(
        r#"{{"type":"about:blank","title":"{title}","status":{status},"detail":"{detail}"}}"#
    );
    answer.is(status, PROBLEM, &body);
}

#[track_caller]
fn is_bad(answer: &Answer, detail: &str) {
    is_problem(answer, 400, "Bad Request", detail);
}

#[track_caller]
fn is_unauthorized(answer: &Answer, detail: &str) {
    is_problem(answer, 401, "Unauthorized", detail);
    assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
}

#[test]
fn bad_request_for_paths_names_and_policies() {
    let vault = Vault::new();
    let bob = vault.bob();
    for path in ["db//password", "db/", "a%20b", "..%2Fx/%C3%A9"] {
        let path = format!("/v1/vaults/vault_1/secrets/{path}");
        for (method, body) in [("GET", ""), ("PUT", r#"{"value":"x"}"#), ("DELETE", "")] {
            is_bad(&bob.ask(method, &path, body), "Invalid path format");
        }
    }
    let long = format!(r#"{{"name":"{}"}}"#, "x".repeat(65));
    for name in [r#"{"name":" "}"#, &long] {
        for path in ["/v1/vaults", "/v1/agents"] {
            is_bad(
                &bob.ask("POST", path, name),
                "Name must have 1 to 64 characters",
            );
        }
    }
    let policy = r#"{"email":"alice@example.com","permissions":[]}"#;
    let answer = bob.ask("POST", "/v1/vaults/vault_1/policies", policy);
    is_bad(&answer, "Permissions must not be empty");
    let secret = r#"{"value":"x","max_access_count":0}"#;
    let answer = bob.ask("PUT", "/v1/vaults/vault_1/secrets/x", secret);
    is_bad(&answer, "max_access_count must be at least 1");
}

#[test]
fn bad_request_for_what_axum_refuses() {
    let vault = Vault::new();
    let bob = vault.bob();
    let unreadable = "The request could not be read";
    for body in ["{", "{}", r#"{"name":7}"#] {
        is_bad(&bob.ask("POST", "/v1/vaults", body), unreadable);
    }
    let unknown = r#"{"email":"alice@example.com","permissions":["own"]}"#;
    is_bad(
        &bob.ask("POST", "/v1/vaults/vault_1/policies", unknown),
        unreadable,
    );
    is_bad(&bob.get("/v1/vaults/%FF"), unreadable);
    let large = " ".repeat((2 << 20) + 1);
    let too_large = bob.ask("POST", "/v1/vaults", &large);
    is_problem(&too_large, 413, "Content Too Large", unreadable);
    is_bad(
        &vault.sign_in(r#"{"email":"alice@example.com"}"#),
        unreadable,
    );
    // Who asks comes first.
    let answer = vault.service.ask("POST", "/v1/vaults", &[SENDS_JSON], "{");
    is_unauthorized(&answer, "Missing Authorization header");
}

#[test]
fn not_found_names_what_is_missing() {
    let vault = Vault::new();
    let bob = vault.bob();
    for (method, path, what) in [
        ("GET", "/v1/vaults/vault_9", "Vault"),
        ("DELETE", "/v1/vaults/vault_9", "Vault"),
        ("POST", "/v1/vaults/vault_9/rotate", "Vault"),
        ("GET", "/v1/vaults/vault_9/secrets/db/password", "Vault"),
        ("GET", "/v1/vaults/vault_1/secrets/db/user", "Secret"),
        ("DELETE", "/v1/vaults/vault_1/secrets/db/user", "Secret"),
        ("DELETE", "/v1/vaults/vault_1/policies/policy_9", "Policy"),
        ("GET", "/v1/agents/agent_9", "Agent"),
        ("GET", "/v1/nothing", "Endpoint"),
        ("GET", "/v1/vaults/vault_1/secrets/", "Endpoint"),
    ] {
        let detail = format!("{what} not found");
        is_problem(&bob.ask(method, path, ""), 404, "Not Found", &detail);
    }
    bob.done("POST", "/v1/agents", r#"{"name":"deploy"}"#);
    bob.done("GET", "/v1/agents/agent_3", "");
    let answer = vault.alice().get("/v1/agents/agent_3");
    is_problem(&answer, 404, "Not Found", "Agent not found");
}

#[test]
fn conflict_for_a_name_that_is_taken() {
    let vault = Vault::new();
    let (alice, bob) = (vault.alice(), vault.bob());
    for (path, what) in [("/v1/vaults", "Vault"), ("/v1/agents", "Agent")] {
        let detail = format!("{what} name already exists");
        alice.done("POST", path, r#"{"name":"work"}"#);
        let again = alice.ask("POST", path, r#"{"name":" work "}"#);
        is_problem(&again, 409, "Conflict", &detail);
        // Another account has names of its own.
        bob.done("POST", path, r#"{"name":"work"}"#);
    }
}

#[test]
fn gone_once_a_secret_has_ended() {
    let vault = Vault::new();
    let bob = vault.bob();
    let gone = |answer: &Answer, detail: &str| is_problem(answer, 410, "Gone", detail);
    let path = |name: &str| format!("/v1/vaults/vault_1/secrets/{name}");

    bob.done("PUT", &path("brief"), r#"{"value":"x","expires_in":60}"#);
    vault.wait(59);
    bob.get(&path("brief"))
        .is(200, "application/json", r#"{"value":"x"}"#);
    vault.wait(1);
    gone(&bob.get(&path("brief")), "Secret has expired");

    bob.done("DELETE", &path("db/password"), "");
    gone(&bob.get(&path("db/password")), "Secret has been deleted");
    bob.done("PUT", &path("db/password"), r#"{"value":"new"}"#);
    bob.done("GET", &path("db/password"), "");

    bob.done(
        "PUT",
        &path("twice"),
        r#"{"value":"x","max_access_count":2}"#,
    );
    bob.done("GET", &path("twice"), "");
    bob.done("GET", &path("twice"), "");
    let used_up = "Secret has exceeded its maximum access count";
    gone(&bob.get(&path("twice")), used_up);
}

#[test]
fn the_cause_of_a_failure_is_in_the_log_alone() {
    let vault = Vault::new();
    let answer = vault.bob().ask("POST", "/v1/vaults/vault_1/rotate", "");
    let generic = "An internal error occurred";
    is_problem(&answer, 500, "Internal Server Error", generic);
    let lines = logged("the key of a vault cannot be read");
    let line = lines.first().expect("an event");
    for part in [
        "ERROR",
        "internal_server_error",
        "No such file or directory",
    ] {
        assert!(line.contains(part), "{part}: {line}");
    }

    let answer = vault.service.ask("GET", "/panics", &[], "");
    is_problem(&answer, 500, "Internal Server Error", generic);
    let lines = logged("vault fell over");
    assert!(
        lines
            .iter()
            .any(|line| line.contains("internal_server_error"))
    );
}

#[test]
fn a_key_that_is_there_is_rotated() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vault-keys");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("vault_1.key"), "key").unwrap();
    let vault = start(folder);
    let answer = vault.bob().ask("POST", "/v1/vaults/vault_1/rotate", "");
    let body = r#"{"id":"vault_1","name":"payments","owner":"bob@example.com","key_version":2}"#;
    answer.is(200, "application/json", body);
}

#[test]
fn a_wrong_method_is_told_the_right_ones() {
    let vault = Vault::new();
    let bob = vault.bob();
    for (method, path, allow) in [
        ("DELETE", "/v1/vaults", "GET,HEAD,POST"),
        (
            "POST",
            "/v1/vaults/vault_1/secrets/x",
            "GET,HEAD,PUT,DELETE",
        ),
        ("GET", "/v1/auth/token", "POST"),
    ] {
        let answer = bob.ask(method, path, "");
        let detail = "This endpoint does not answer the method";
        is_problem(&answer, 405, "Method Not Allowed", detail);
        assert_eq!(answer.header("allow"), Some(allow));
    }
}

#[test]
fn a_head_has_the_headers_and_no_body() {
    let service = Service::start(vault::app());
    let [head, get] = ["HEAD", "GET"].map(|method| service.ask(method, "/v1/vaults", &[], ""));
    head.is(401, PROBLEM, "");
    is_unauthorized(&get, "Missing Authorization header");
    for name in ["content-length", "www-authenticate"] {
        assert_eq!(head.header(name), get.header(name));
    }
}

#[test]
fn the_examples_in_the_documents_are_what_is_answered() {
    let vault = Vault::new();
    let alice = vault.alice();
    for name in ["a", "b", "c"] {
        alice.done("POST", "/v1/vaults", &format!(r#"{{"name":"{name}"}}"#));
    }
    let answers = [
        alice.ask("DELETE", "/v1/vaults/vault_1", ""),
        alice.ask("POST", "/v1/vaults", r#"{"name":"d"}"#),
    ];
    let blocks = vault::VAULT.after().split("```json").skip(1);
    let shown: Vec<Value> = blocks
        .map(|block| serde_json::from_str(block.split("```").next().unwrap()).unwrap())
        .collect();
    let answered = answers.map(|answer| serde_json::from_str::<Value>(&answer.body).unwrap());
    assert_eq!(shown, answered);
}
