//! Each generator describes all errors of a status, whichever type they are from.

use errcode::openapi::responses;
use openapi_generators::{CONFLICTS, CreateSkill, GetSkill, QuotaError, SkillError};
use serde_json::{Value, json};

/// Sorted codes of the examples of a response.
fn example_codes(response: &Value) -> Vec<&str> {
    let examples = response["content"]["application/json"]["examples"].as_object();
    let values = examples
        .into_iter()
        .flatten()
        .map(|(_, example)| &example["value"]["code"]);
    let mut codes: Vec<&str> = values.filter_map(Value::as_str).collect();
    codes.sort_unstable();
    codes
}

/// Sorted codes that the schema of a response allows.
fn schema_codes(response: &Value) -> Vec<&str> {
    let schema = &response["content"]["application/json"]["schema"];
    let codes = schema["properties"]["code"]["enum"].as_array();
    let mut codes: Vec<&str> = codes
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    codes.sort_unstable();
    codes
}

fn assert_all_conflicts(response: &Value) {
    assert_eq!(example_codes(response), CONFLICTS, "{response:#}");
    assert_eq!(schema_codes(response), CONFLICTS, "{response:#}");
    let details = &response["content"]["application/json"]["schema"]["properties"]["details"];
    for (name, kind) in [
        ("slug", "string"),
        ("used", "integer"),
        ("limit", "integer"),
    ] {
        assert_eq!(details["properties"][name]["type"], kind, "{details:#}");
    }
    for header in ["X-Owner", "Retry-After"] {
        assert!(
            response["headers"][header]["schema"].is_object(),
            "{response:#}"
        );
    }
    let description = response["description"].as_str().unwrap();
    assert!(
        description.contains("`SLUG_TAKEN`: The slug is already in use."),
        "{description}"
    );
}

mod utoipa_ {
    use super::*;
    use errcode::openapi::utoipa::Bodies;
    use utoipa::{IntoResponses, OpenApi, PartialSchema, ToSchema};

    #[utoipa::path(post, path = "/skills", responses((status = 201), CreateSkill))]
    #[expect(dead_code, reason = "utoipa reads the attribute alone")]
    fn create() {}

    #[utoipa::path(get, path = "/skills/{slug}", responses((status = 200), GetSkill))]
    #[expect(dead_code, reason = "utoipa reads the attribute alone")]
    fn get() {}

    #[utoipa::path(put, path = "/skills/{slug}", responses((status = 200), SkillError))]
    #[expect(dead_code, reason = "utoipa reads the attribute alone")]
    fn update() {}

    // What utoipa makes of the same errors without errcode.
    #[utoipa::path(delete, path = "/skills/{slug}", responses(
        (status = 409, description = "The slug is already in use."),
        (status = 409, description = "The name is already in use."),
        (status = 409, description = "The skill is being published."),
    ))]
    #[expect(dead_code, reason = "utoipa reads the attribute alone")]
    fn by_hand() {}

    type SkillErrors = Bodies<SkillError>;

    #[derive(OpenApi)]
    #[openapi(paths(create, get, update, by_hand), components(schemas(SkillErrors)))]
    struct Api;

    fn operation(path: &str, method: &str) -> Value {
        let description = serde_json::to_value(Api::openapi()).unwrap();
        description["paths"][path][method]["responses"].clone()
    }

    #[test]
    fn an_operation_has_all_its_errors() {
        let create = operation("/skills", "post");
        assert_all_conflicts(&create["409"]);
        assert_eq!(create.as_object().unwrap().len(), 2, "{create:#}");
        let get = operation("/skills/{slug}", "get");
        assert_eq!(example_codes(&get["404"]), ["SKILL_NOT_FOUND"]);
        assert_eq!(get.as_object().unwrap().len(), 2, "{get:#}");
    }

    #[test]
    fn a_type_has_the_errors_that_it_includes_and_those_of_a_rejection() {
        let update = operation("/skills/{slug}", "put");
        assert_all_conflicts(&update["409"]);
        for status in ["400", "404", "405", "413", "415", "422", "503", "default"] {
            assert!(
                update[status]["content"].is_object(),
                "{status}: {update:#}"
            );
        }
    }

    #[test]
    fn without_errcode_two_of_three_are_lost() {
        let by_hand = operation("/skills/{slug}", "delete");
        let kept = json!({ "description": "The skill is being published." });
        assert_eq!(by_hand["409"], kept);
    }

    #[test]
    fn only_a_required_header_is_not_said() {
        for (status, response) in responses::<SkillError>() {
            let ours: Value = serde_json::from_str(&response.to_string()).unwrap();
            let key = status.map_or("default".to_owned(), |status| status.to_string());
            let mut theirs = serde_json::to_value(&SkillError::responses()[&key]).unwrap();
            for (name, header) in ours["headers"].as_object().into_iter().flatten() {
                theirs["headers"][name]["required"] = header["required"].clone();
            }
            assert_eq!(theirs, ours, "{key}");
        }
    }

    #[test]
    fn a_type_is_a_schema_of_all_bodies() {
        assert_eq!(Bodies::<SkillError>::name(), "SkillError");
        let schema = serde_json::to_string(&Bodies::<SkillError>::schema()).unwrap();
        for code in CONFLICTS
            .iter()
            .chain(&["SKILL_NOT_FOUND", "QUOTA_UNKNOWN"])
        {
            assert!(schema.contains(code), "{code}: {schema}");
        }
        let one = serde_json::to_value(Bodies::<GetSkill>::schema()).unwrap();
        assert_eq!(
            one["properties"]["code"]["enum"],
            json!(["SKILL_NOT_FOUND"])
        );
        let description = serde_json::to_value(Api::openapi()).unwrap();
        assert!(description["components"]["schemas"]["SkillError"]["anyOf"].is_array());
    }
}

mod aide_ {
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
}

#[expect(clippy::unused_async, reason = "operations are async")]
mod poem_openapi_ {
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
}
