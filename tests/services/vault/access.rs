//! Who may ask, for what, how much and how often: 401, both 403s, 429.

use super::{PROBLEM, Vault, is_problem, is_unauthorized};
use crate::client::{Answer, logged};

/// The body of a quota that is used up, quota numbers included.
fn over_quota(title: &str, name: &str, limit: usize) -> String {
    format!(
        r#"{{"type":"resource_limit_exceeded","title":"Resource Limit Exceeded","status":403,"detail":"{title} limit reached ({limit}/{limit} on free tier). Upgrade your plan for more.","resource":"{name}","used":{limit},"limit":{limit},"tier":"free"}}"#
    )
}

#[track_caller]
fn is_forbidden(answer: &Answer) {
    is_problem(answer, 403, "Forbidden", "Insufficient permissions");
}

#[test]
fn unauthorized_without_a_good_token() {
    let vault = Vault::new();
    let ask = |headers: &[_]| vault.service.ask("GET", "/v1/vaults", headers, "");
    is_unauthorized(&ask(&[]), "Missing Authorization header");
    for value in ["Basic eDp5", "token"] {
        is_unauthorized(&ask(&[("Authorization", value)]), "Invalid Bearer format");
    }
    let guess = ("Authorization", "Bearer guess");
    is_unauthorized(&ask(&[guess]), "Invalid or expired token");

    let alice = vault.alice();
    vault.wait(3599);
    assert_eq!(alice.get("/v1/vaults").status, 200);
    vault.wait(1);
    is_unauthorized(&alice.get("/v1/vaults"), "Invalid or expired token");
}

#[test]
fn unauthorized_with_wrong_credentials() {
    let vault = Vault::new();
    for body in [
        r#"{"email":"alice@example.com","password":"builder"}"#,
        r#"{"email":"nobody@example.com","password":"wonderland"}"#,
        r#"{"api_key":"key_nobody"}"#,
    ] {
        is_unauthorized(&vault.sign_in(body), "Wrong credentials");
    }
    let right = r#"{"email":"alice@example.com","password":"wonderland"}"#;
    assert_eq!(vault.sign_in(right).status, 200);
}

#[test]
fn forbidden_to_those_whom_no_policy_lets_in() {
    let vault = Vault::new();
    let (alice, bob) = (vault.alice(), vault.bob());
    let secret = "/v1/vaults/vault_1/secrets/db/password";
    // Alice may read, and nothing else.
    alice.done("GET", secret, "");
    is_forbidden(&alice.ask("PUT", secret, r#"{"value":"x"}"#));
    is_forbidden(&alice.ask("DELETE", secret, ""));
    assert!(!logged("no policy grants it").is_empty());
    let grant = r#"{"email":"alice@example.com","permissions":["write"]}"#;
    is_forbidden(&alice.ask("DELETE", "/v1/vaults/vault_1", ""));
    is_forbidden(&alice.ask("POST", "/v1/vaults/vault_1/rotate", ""));
    is_forbidden(&alice.ask("POST", "/v1/vaults/vault_1/policies", grant));
    is_forbidden(&alice.ask("DELETE", "/v1/vaults/vault_1/policies/policy_2", ""));
    assert!(!logged("not the vault's owner").is_empty());

    bob.done("POST", "/v1/vaults/vault_1/policies", grant);
    alice.done("PUT", secret, r#"{"value":"x"}"#);
    bob.done("DELETE", "/v1/vaults/vault_1/policies/policy_2", "");
    is_forbidden(&alice.get(secret));
}

#[test]
fn a_quota_is_told_from_a_permission_by_its_type() {
    let vault = Vault::new();
    let alice = vault.alice();
    let create =
        |path: &str, name: usize| alice.ask("POST", path, &format!(r#"{{"name":"n{name}"}}"#));
    for (path, title, name, limit) in [
        ("/v1/vaults", "Vault", "vault", 3),
        ("/v1/agents", "Agent", "agent", 2),
    ] {
        for number in 0..limit {
            assert_eq!(create(path, number).status, 201);
        }
        let answer = create(path, limit);
        answer.is(403, PROBLEM, &over_quota(title, name, limit));
    }
    // Room again, when one is deleted.
    alice.done("DELETE", "/v1/vaults/vault_3", "");
    let answer = create("/v1/vaults", 9);
    assert_eq!(answer.status, 201);

    let store = |number: usize| {
        let path = format!("/v1/vaults/vault_4/secrets/s{number}");
        alice.ask("PUT", &path, r#"{"value":"x"}"#)
    };
    for number in 0..5 {
        assert_eq!(store(number).status, 204);
    }
    store(5).is(403, PROBLEM, &over_quota("Secret", "secret", 5));
    assert_eq!(store(4).status, 204, "one that is there already");
    alice.done("DELETE", "/v1/vaults/vault_4/secrets/s0", "");
    assert_eq!(store(5).status, 204);
}

#[test]
fn too_many_requests_in_a_minute() {
    let vault = Vault::new();
    let (alice, bob) = (vault.alice(), vault.bob());
    for _ in 0..60 {
        assert_eq!(alice.get("/v1/vaults").status, 200);
    }
    vault.wait(15);
    let answer = alice.get("/v1/vaults");
    is_problem(&answer, 429, "Too Many Requests", "Rate limit exceeded");
    assert_eq!(answer.header("retry-after"), Some("45"));
    assert_eq!(bob.get("/v1/vaults").status, 200);
    vault.wait(45);
    assert_eq!(alice.get("/v1/vaults").status, 200);
}
