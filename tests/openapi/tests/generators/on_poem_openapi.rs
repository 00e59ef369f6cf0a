//! poem-openapi: what it describes with errcode, and without it.

use errcode::openapi::poem_openapi::Failed;
use poem_openapi::payload::PlainText;
use poem_openapi::registry::{MetaResponse, MetaResponses, Registry};
use poem_openapi::{ApiResponse, OpenApi, OpenApiService};

use super::*;

struct Api;

#[OpenApi]
impl Api {
    #[oai(path = "/skills", method = "post")]
    async fn create(&self) -> Result<PlainText<String>, Failed<SkillError, CreateSkill>> {
        Err(SkillError::NameTaken)?
    }

    #[oai(path = "/all", method = "get")]
    async fn update(&self) -> Result<PlainText<String>, SkillError> {
        Err(SkillError::NotFound)
    }

    #[oai(path = "/by-hand", method = "get")]
    async fn by_hand(&self) -> Result<PlainText<String>, ByHand> {
        Err(ByHand)
    }
}

/// What poem-openapi makes of the same errors without errcode.
struct ByHand;

impl From<ByHand> for poem::Error {
    fn from(_: ByHand) -> Self {
        Self::from_status(poem::http::StatusCode::CONFLICT)
    }
}

impl ApiResponse for ByHand {
    fn meta() -> MetaResponses {
        let response = |description| MetaResponse {
            description,
            status: Some(409),
            status_range: None,
            content: Vec::new(),
            headers: Vec::new(),
        };
        MetaResponses {
            responses: ["one", "two", "three"].map(response).into(),
        }
    }

    fn register(_: &mut Registry) {}
}

fn text() -> String {
    OpenApiService::new(Api, "Skills", "1").spec()
}

fn operation(path: &str, method: &str) -> Value {
    let description: Value = serde_json::from_str(&text()).unwrap();
    description["paths"][path][method]["responses"].clone()
}

fn codes<'r>(response: &'r Value, code: impl Fn(&'r Value) -> &'r Value) -> Vec<&'r str> {
    let content = response["content"]
        .as_object()
        .unwrap()
        .values()
        .next()
        .unwrap();
    let mut codes: Vec<&str> = content["schema"]["anyOf"]
        .as_array()
        .unwrap()
        .iter()
        .map(|schema| code(schema).as_str().unwrap())
        .collect();
    codes.sort_unstable();
    codes
}

#[test]
fn an_operation_has_all_its_errors() {
    let create = operation("/skills", "post");
    let conflict = &create["409"];
    assert_eq!(
        codes(conflict, |schema| &schema["example"]["code"]),
        CONFLICTS,
        "{conflict:#}"
    );
    assert_eq!(
        codes(conflict, |schema| &schema["properties"]["code"]["enum"][0]),
        CONFLICTS
    );
    for header in ["X-OWNER", "RETRY-AFTER"] {
        let names = conflict["headers"].as_object().unwrap();
        assert!(
            names.keys().any(|name| name.eq_ignore_ascii_case(header)),
            "{conflict:#}"
        );
    }
    assert_eq!(create.as_object().unwrap().len(), 2, "{create:#}");
    let all = operation("/all", "get");
    for status in [
        "400", "404", "405", "409", "413", "415", "422", "503", "default",
    ] {
        assert!(all[status]["content"].is_object(), "{status}: {all:#}");
    }
}

#[test]
fn types_with_one_code_have_a_schema_each() {
    let responses = errcode::openapi::poem_openapi::responses::<SameCode>().responses;
    let schema = serde_json::to_value(&responses[0].content[0].schema).unwrap();
    let schemas = schema["anyOf"].as_array().unwrap().iter();
    let texts: Vec<&Value> = schemas.map(|schema| &schema["example"]["detail"]).collect();
    assert_eq!(
        texts,
        ["slug `pdf-tools` is taken", "another slug is taken"]
    );
}

#[test]
fn without_errcode_a_key_is_written_three_times() {
    let text = text();
    let by_hand = &text[text.find("/by-hand").unwrap()..];
    assert_eq!(by_hand.matches("\"409\"").count(), 3, "{by_hand}");
}

#[test]
fn the_response_is_that_of_the_error() {
    let failed = Failed::<_, CreateSkill>::from(SkillError::NameTaken);
    let response = poem::Error::from(failed).into_response();
    assert_eq!(response.status(), 409);
    assert_eq!(response.headers()["x-owner"], "ops");
}
