//! The errors of the service, with the assertions of `errcode::testing`: what a handler responds with, the responses of
//! all errors, and what no error shows.

use std::io;

use axum::body::{Body, Bytes};
use axum::http::{Request, Response};
use errcode::testing::{
    assert_all_hidden, assert_error, assert_hidden, assert_response, assert_snapshot, collect,
};
use skills::errors::{ClaimError, HttpError, SKILLS, SkillError};
use tower::ServiceExt;

/// Sends a request to a new service, as the user `ada` or as nobody.
async fn ask(method: &str, path: &str, token: Option<&str>, body: &'static str) -> Response<Bytes> {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let request = request.header("content-type", "application/json");
    let request = request.body(Body::from(body)).unwrap();
    collect(skills::app().oneshot(request).await.unwrap()).await
}

#[tokio::test]
async fn a_slug_that_is_taken() {
    let skill = r#"{"slug":"pdf-tools","name":"PDF tools"}"#;
    let response = ask("POST", "/v1/skills", Some("ada"), skill).await;
    let expected = SkillError::SlugTaken {
        slug: "pdf-tools".into(),
    };
    assert_response(&response, &expected);
}

#[tokio::test]
async fn a_skill_that_does_not_exist() {
    let response = ask("GET", "/v1/skills/none", Some("ada"), "").await;
    assert_error!(&response, SkillError::NotFound);
}

#[tokio::test]
async fn what_axum_responds_with_is_an_error_of_the_service() {
    let response = ask("PUT", "/v1/skills", Some("ada"), "{}").await;
    assert_error!(&response, HttpError::MethodNotAllowed);
}

#[test]
fn the_responses_are_as_committed() {
    assert_snapshot(&SKILLS, "tests/errors.txt");
}

#[test]
fn no_claim_shows_its_owner() {
    let errors = [
        ClaimError::NotFound,
        ClaimError::NotYours { id: 9_081_726 },
        ClaimError::NotClawHub,
        ClaimError::AlreadyClaimed,
        ClaimError::NotSandbox,
    ];
    assert_all_hidden(&errors, "9081726");
}

#[test]
fn the_cause_of_an_internal_error_is_hidden() {
    let cause = io::Error::other("canary-1");
    assert_hidden(&HttpError::Internal(Box::new(cause)), "canary-1");
}
