//! aide: what it describes with errcode, and without it.

use aide::OperationOutput;
use aide::axum::ApiRouter;
use aide::axum::routing::{get, post_with};
use aide::openapi::OpenApi;
use errcode::openapi::aide::document;

use super::*;

async fn create() -> Result<String, SkillError> {
    Err(SkillError::NameTaken)
}

async fn read() -> Result<String, QuotaError> {
    Err(QuotaError::Unknown)
}

async fn update() -> Result<String, SkillError> {
    Err(SkillError::NotFound)
}

fn operation(path: &str, method: &str) -> Value {
    let mut api = OpenApi::default();
    let _: axum::Router = ApiRouter::new()
        .api_route("/skills", post_with(create, document::<CreateSkill>))
        .api_route("/quota", get(read))
        .api_route("/all", get(update))
        .finish_api(&mut api);
    let description = serde_json::to_value(&api).unwrap();
    description["paths"][path][method]["responses"].clone()
}

#[test]
fn an_operation_has_all_its_errors() {
    let create = operation("/skills", "post");
    assert_all_conflicts(&create["409"]);
    assert_eq!(create.as_object().unwrap().len(), 2, "{create:#}");
}

#[test]
fn a_handler_documents_the_errors_that_it_returns() {
    let read = operation("/quota", "get");
    assert_eq!(example_codes(&read["409"]), ["QUOTA_EXCEEDED"]);
    assert_eq!(example_codes(&read["503"]), ["QUOTA_UNKNOWN"]);
    let all = operation("/all", "get");
    assert_all_conflicts(&all["409"]);
    for status in ["400", "404", "405", "413", "415", "422", "503", "default"] {
        assert!(all[status]["content"].is_object(), "{status}: {all:#}");
    }
}

/// What aide makes of the same errors without errcode.
struct ByHand;

impl OperationOutput for ByHand {
    type Inner = Self;

    fn inferred_responses(
        _: &mut aide::generate::GenContext,
        _: &mut aide::openapi::Operation,
    ) -> Vec<(Option<u16>, aide::openapi::Response)> {
        let response = |description: &str| {
            let description = description.to_owned();
            let response = aide::openapi::Response {
                description,
                ..Default::default()
            };
            (Some(409), response)
        };
        vec![response("one"), response("two"), response("three")]
    }
}

impl axum::response::IntoResponse for ByHand {
    fn into_response(self) -> axum::response::Response {
        axum::http::StatusCode::CONFLICT.into_response()
    }
}

#[test]
fn without_errcode_two_of_three_are_lost() {
    let mut api = OpenApi::default();
    let _: axum::Router = ApiRouter::new()
        .api_route("/", get(|| async { ByHand }))
        .finish_api(&mut api);
    let description = serde_json::to_value(&api).unwrap();
    let response = &description["paths"]["/"]["get"]["responses"]["409"];
    let kept = ["one", "two", "three"].map(|name| response["description"] == name);
    assert_eq!(
        kept.iter().filter(|is_kept| **is_kept).count(),
        1,
        "{response:#}"
    );
}

#[test]
fn nothing_of_a_response_is_lost() {
    for (ours, (_, theirs)) in responses::<SkillError>()
        .iter()
        .zip(errcode::openapi::aide::responses::<SkillError>())
    {
        let ours: Value = serde_json::from_str(&ours.1.to_string()).unwrap();
        assert_eq!(
            without_defaults(serde_json::to_value(&theirs).unwrap()),
            without_defaults(ours)
        );
    }
}

/// Without members that have the value that OpenAPI says they have where they are missing.
fn without_defaults(mut json: Value) -> Value {
    for (_, header) in json["headers"].as_object_mut().into_iter().flatten() {
        let header = header.as_object_mut().unwrap();
        header.retain(|name, value| {
            !(name == "style" && value == "simple" || name == "required" && value == false)
        });
    }
    json
}
