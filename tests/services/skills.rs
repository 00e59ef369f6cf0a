//! The skills service: the 27 codes of its page.

mod http;

use std::fmt::Write;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use skills::errors::SKILLS;
use skills::storage::Storage;

use super::client::{Answer, Service, logged};

/// The page, row by row.
const PAGE: &str = "\
Authentication Errors
AUTH_MISSING | 401 | No Authorization header provided. Include a Bearer token.
AUTH_INVALID | 401 | The provided token is invalid or malformed.
AUTH_EXPIRED | 401 | The token has expired. Sign in again to get a fresh token.
Skill Errors
SKILL_NOT_FOUND | 404 | The requested skill slug does not exist.
SKILL_BLOCKED | 403 | The skill was blocked by the security review pipeline.
SKILL_SLUG_TAKEN | 409 | The slug is already in use. Choose a different name.
SKILL_NOT_OWNER | 403 | You attempted to modify a skill you do not own.
SKILL_ARCHIVED | 400 | The skill has been unpublished. Use POST /v1/skills/{slug}/republish to restore it.
SKILL_VERSION_PENDING | 409 | A new version is already pending security review. Wait for it to complete.
USERNAME_REQUIRED | 400 | You must set a username before publishing. Update your profile first via PATCH /v1/users/profile.
Purchase Errors
PURCHASE_NOT_FOUND | 404 | No purchase found for the given ID or session.
PURCHASE_REQUIRED | 403 | You need to purchase this paid skill before downloading.
PURCHASE_DUPLICATE | 409 | You already own this skill.
PURCHASE_FREE_SKILL | 400 | This skill is free and does not require a checkout.
Claim Errors
CLAIM_NOT_FOUND | 404 | The claim ID does not exist or does not belong to you.
CLAIM_NOT_CLAWHUB | 400 | Only external (ClawHub) skills can be claimed.
CLAIM_ALREADY_CLAIMED | 409 | This skill has already been claimed by another user.
CLAIM_NOT_SANDBOX | 400 | The claim is not in sandbox status and cannot be approved.
License Errors
LICENSE_INVALID | 400 | The license code does not match any purchase.
LICENSE_REDEEMED | 409 | This license code has already been redeemed.
User Profile Errors
USERNAME_TAKEN | 409 | The requested username is already in use. Choose another.
VALIDATION_ERROR | 422 | Input validation failed. Check the error detail for specifics.
General Errors
NOT_FOUND | 404 | The requested resource was not found.
FORBIDDEN | 403 | You do not have permission to perform this action.
FILE_TOO_LARGE | 413 | The uploaded file exceeds the size limit.
STORAGE_ERROR | 502 | File storage operation failed. Retry the request.
RATE_LIMITED | 429 | Too many requests. See Rate Limits for details.
";

const JSON: &str = "application/json";

/// Sends a request of the user whose token it is, or of nobody.
fn ask(service: &Service, token: &str, method: &str, path: &str, body: &str) -> Answer {
    let bearer = format!("Bearer {token}");
    let mut headers = vec![("content-type", JSON)];
    if !token.is_empty() {
        headers.push(("authorization", &bearer));
    }
    service.ask(method, path, &headers, body)
}

/// Checks that an answer is exactly what the page says of a code.
#[track_caller]
fn is(answer: &Answer, code: &str) {
    let row = PAGE.lines().map(|row| row.split(" | ").collect::<Vec<_>>());
    let row = row.into_iter().find(|row| row[0] == code).unwrap();
    let body = format!(r#"{{"code":"{code}","detail":"{}"}}"#, row[2]);
    answer.is(row[1].parse().unwrap(), JSON, &body);
}

/// A service with a clock that the test sets, and the clock.
fn at_any_time() -> (Service, Arc<Mutex<Instant>>) {
    let now = Arc::new(Mutex::new(Instant::now()));
    let clock = Arc::clone(&now);
    let clock = Arc::new(move || *clock.lock().unwrap());
    let app = skills::app_with(clock, Storage::default());
    (Service::start(app), now)
}

/// A text in the body of an answer.
fn member(answer: &Answer, name: &str) -> String {
    let body: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    body[name].as_str().unwrap().to_owned()
}

/// The token of a user who is new, and has no username.
fn sign_in(service: &Service) -> String {
    let body = r#"{"email":"eve@example.com"}"#;
    let answer = ask(service, "", "POST", "/v1/sessions", body);
    assert_eq!(answer.status, 201);
    member(&answer, "token")
}

#[test]
fn the_catalog_has_every_row_of_the_page() {
    let mut page = String::new();
    for group in SKILLS.groups() {
        if group.title() == "HTTP Errors" {
            continue;
        }
        writeln!(page, "{}", group.title()).unwrap();
        for row in group.entries().filter(|row| !row.is_hidden()) {
            let (code, status) = (row.entry().code(), row.entry().status().as_u16());
            // As a reader has it, who sees no marks.
            let docs = row.docs().replace('\n', " ").replace(['`', '[', ']'], "");
            let docs = docs.replace("(#rate-limits)", "");
            writeln!(page, "{code} | {status} | {docs}").unwrap();
        }
    }
    assert_eq!(page, PAGE);
}

#[test]
fn the_body_in_the_introduction_is_a_real_one() {
    let service = Service::start(skills::app());
    let path = "/v1/skills/invoice-pro/checkout";
    let answer = ask(&service, "ada", "POST", path, "");
    is(&answer, "PURCHASE_DUPLICATE");
    let introduction = SKILLS.docs();
    let (_, shown) = introduction.split_once("```json\n").unwrap();
    let (shown, _) = shown.split_once("```").unwrap();
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(read(shown), read(&answer.body), "{introduction}");
}

#[test]
fn authentication() {
    let service = Service::start(skills::app());
    let missing = ask(&service, "", "GET", "/v1/users/profile", "");
    is(&missing, "AUTH_MISSING");
    assert_eq!(missing.header("www-authenticate"), Some("Bearer"));

    let unknown = ask(&service, "nobody", "GET", "/v1/users/profile", "");
    let basic = [("authorization", "Basic YWRhOmFkYQ==")];
    let malformed = service.ask("GET", "/v1/users/profile", &basic, "");
    for invalid in [unknown, malformed] {
        is(&invalid, "AUTH_INVALID");
        let challenge = invalid.header("www-authenticate");
        assert_eq!(challenge, Some(r#"Bearer error="invalid_token""#));
    }
}

#[test]
fn a_token_expires_by_signing_out_and_by_itself() {
    let (service, now) = at_any_time();
    let token = sign_in(&service);
    let sign_out = ask(&service, &token, "DELETE", "/v1/sessions", "");
    assert_eq!(sign_out.status, 204);
    let expired = ask(&service, &token, "GET", "/v1/users/profile", "");
    is(&expired, "AUTH_EXPIRED");
    let challenge = expired.header("www-authenticate");
    assert_eq!(challenge, Some(r#"Bearer error="invalid_token""#));

    let token = sign_in(&service);
    let profile = || ask(&service, &token, "GET", "/v1/users/profile", "");
    assert_eq!(profile().status, 200);
    *now.lock().unwrap() += Duration::from_secs(24 * 60 * 60);
    is(&profile(), "AUTH_EXPIRED");
}

#[test]
fn publishing() {
    let service = Service::start(skills::app());
    let eve = sign_in(&service);
    let publish = |token: &str| {
        let skill = r#"{"slug":"my-notes","name":"Notes"}"#;
        ask(&service, token, "POST", "/v1/skills", skill)
    };
    let rename = |body: &str| ask(&service, &eve, "PATCH", "/v1/users/profile", body);

    is(&publish(&eve), "USERNAME_REQUIRED");
    rename(r#"{"username":"ada"}"#).is(
        409,
        JSON,
        r#"{"code":"USERNAME_TAKEN","detail":"The username \"ada\" is already in use. Choose another.","details":{"username":"ada"}}"#,
    );
    assert_eq!(rename(r#"{"username":"eve"}"#).status, 200);
    assert_eq!(publish(&eve).status, 201);
    publish("ada").is(
        409,
        JSON,
        r#"{"code":"SKILL_SLUG_TAKEN","detail":"The slug \"my-notes\" is already in use. Choose a different name.","details":{"slug":"my-notes"}}"#,
    );
}

#[test]
fn unpublishing() {
    let service = Service::start(skills::app());
    let change = |token: &str, action: &str| {
        let path = format!("/v1/skills/pdf-tools/{action}");
        ask(&service, token, "POST", &path, "")
    };
    let show = |slug: &str| ask(&service, "", "GET", &format!("/v1/skills/{slug}"), "");

    show("pdf-tool").is(
        404,
        JSON,
        r#"{"code":"SKILL_NOT_FOUND","detail":"The requested skill slug does not exist.","details":{"slug":"pdf-tool"}}"#,
    );
    is(&change("bob", "unpublish"), "SKILL_NOT_OWNER");
    assert_eq!(change("ada", "unpublish").status, 200);
    show("pdf-tools").is(
        400,
        JSON,
        r#"{"code":"SKILL_ARCHIVED","detail":"The skill has been unpublished. Use POST /v1/skills/pdf-tools/republish to restore it.","details":{"slug":"pdf-tools"}}"#,
    );
    assert_eq!(change("ada", "republish").status, 200);
    assert_eq!(show("pdf-tools").status, 200);
}

#[test]
fn versions_and_their_review() {
    let service = Service::start(skills::app());
    let at = |token: &str, method: &str, action: &str, body: &str| {
        let path = format!("/v1/skills/pdf-tools/{action}");
        ask(&service, token, method, &path, body)
    };
    is(&at("bob", "GET", "download", ""), "NOT_FOUND");
    assert_eq!(at("ada", "POST", "versions", "one").status, 202);
    at("ada", "POST", "versions", "two").is(
        409,
        JSON,
        r#"{"code":"SKILL_VERSION_PENDING","detail":"A new version is already pending security review. Wait for it to complete.","details":{"version":1}}"#,
    );

    let review = |token: &str, verdict: &str| {
        let body = format!(r#"{{"verdict":"{verdict}"}}"#);
        at(token, "POST", "review", &body)
    };
    is(&review("ada", "pass"), "FORBIDDEN");
    assert_eq!(review("rex", "pass").status, 200);
    let file = at("bob", "GET", "download", "");
    file.is(200, "application/octet-stream", "one");
    assert_eq!(at("ada", "POST", "versions", "two").status, 202);
    assert_eq!(review("rex", "block").status, 200);
    is(&at("bob", "GET", "download", ""), "SKILL_BLOCKED");
    is(&at("ada", "POST", "republish", ""), "SKILL_BLOCKED");
}

#[test]
fn purchases_and_licenses() {
    let service = Service::start(skills::app());
    let checkout = |slug: &str| {
        let path = format!("/v1/skills/{slug}/checkout");
        ask(&service, "bob", "POST", &path, "")
    };
    let download = "/v1/skills/invoice-pro/download";

    is(&checkout("pdf-tools"), "PURCHASE_FREE_SKILL");
    ask(&service, "bob", "GET", download, "").is(
        403,
        JSON,
        r#"{"code":"PURCHASE_REQUIRED","detail":"You need to purchase this paid skill before downloading.","details":{"price_cents":900}}"#,
    );
    let purchase = checkout("invoice-pro");
    assert_eq!(purchase.status, 201);
    is(&checkout("invoice-pro"), "PURCHASE_DUPLICATE");
    // It is paid for; there is no file yet.
    is(&ask(&service, "bob", "GET", download, ""), "NOT_FOUND");

    for name in ["id", "session"] {
        let path = format!("/v1/purchases/{}", member(&purchase, name));
        assert_eq!(ask(&service, "bob", "GET", &path, "").status, 200);
        let other = ask(&service, "ada", "GET", &path, "");
        is(&other, "PURCHASE_NOT_FOUND");
    }

    let redeem = |code: &str| {
        let body = format!(r#"{{"code":"{code}"}}"#);
        ask(&service, "rex", "POST", "/v1/licenses/redeem", &body)
    };
    is(&redeem("LIC-0"), "LICENSE_INVALID");
    let license = member(&purchase, "license");
    assert_eq!(redeem(&license).status, 200);
    is(&redeem(&license), "LICENSE_REDEEMED");
}

#[test]
fn claims() {
    let service = Service::start(skills::app());
    let claim = |token: &str, slug: &str| {
        let path = format!("/v1/skills/{slug}/claims");
        ask(&service, token, "POST", &path, "")
    };
    is(&claim("bob", "pdf-tools"), "CLAIM_NOT_CLAWHUB");
    assert_eq!(claim("bob", "web-search").status, 201);
    assert_eq!(claim("ada", "web-search").status, 201);

    // What is another's looks like what is not there, and only the log knows.
    let absent = ask(&service, "ada", "GET", "/v1/claims/9", "");
    let private = ask(&service, "ada", "GET", "/v1/claims/1", "");
    is(&absent, "CLAIM_NOT_FOUND");
    is(&private, "CLAIM_NOT_FOUND");
    let names = |answer: &Answer| answer.headers.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&absent), names(&private));
    assert_eq!(logged("claim 1 belongs to another user").len(), 1);

    let approve = |token: &str, id: u32| {
        let path = format!("/v1/claims/{id}/approve");
        ask(&service, token, "POST", &path, "")
    };
    assert_eq!(approve("bob", 1).status, 200);
    is(&approve("bob", 1), "CLAIM_NOT_SANDBOX");
    is(&approve("ada", 2), "CLAIM_ALREADY_CLAIMED");
    is(&claim("ada", "web-search"), "CLAIM_ALREADY_CLAIMED");
}
