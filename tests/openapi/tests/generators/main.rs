//! Each generator describes all errors of a status, whichever type they are from.

mod on_aide;
#[expect(clippy::unused_async, reason = "operations are async")]
mod on_poem_openapi;
mod on_utoipa;

use errcode::openapi::responses;
use openapi_generators::{
    Apart, CONFLICTS, CreateSkill, GetSkill, QuotaError, SameCode, SkillError, Twice,
};
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

/// How many errors a response lists in its description.
fn listed(responses: &[(Option<u16>, errcode::docs::Json)]) -> Vec<(Option<u16>, usize)> {
    let count = |response: &errcode::docs::Json| response.to_string().matches("\\n- `").count();
    responses
        .iter()
        .map(|(status, response)| (*status, count(response)))
        .collect()
}

#[test]
fn a_type_that_is_named_twice_counts_once() {
    assert_eq!(
        listed(&responses::<Twice>()),
        listed(&responses::<SkillError>())
    );
    assert_eq!(
        listed(&responses::<Apart>()),
        [(Some(404), 1), (Some(409), 1)]
    );
    assert_eq!(listed(&responses::<SameCode>()), [(Some(409), 2)]);
}
