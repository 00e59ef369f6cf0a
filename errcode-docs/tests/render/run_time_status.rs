//! Errors whose status is chosen at run time: documents list the statuses that are known.

use errcode::ApiError;
use errcode_docs::openapi::{self, Options};
use errcode_docs::{Document, html, markdown, typescript};
use http::StatusCode;
use serde_json::{Value, json};

use crate::fixture::error;

/// Known by its name, as in the frameworks' modules.
#[derive(Debug)]
struct Rejection(StatusCode);

impl Rejection {
    fn status(&self) -> StatusCode {
        self.0
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(group = "Errors")]
enum Failure {
    /// The request is not valid.
    #[error("rejected")]
    #[api(status = 400, code = "REJECTED", message = "Not valid.")]
    #[api(example(Self::Rejected(Rejection(StatusCode::NOT_FOUND))))]
    Rejected(#[api(status = Rejection::status)] Rejection),
    /// Another service failed.
    #[error("upstream")]
    #[api(status = 502, code = "UPSTREAM")]
    #[api(example(Self::Upstream(502)))]
    #[api(example("busy", Self::Upstream(503)))]
    Upstream(#[api(status)] u16),
    /// There is no such page.
    #[error("page")]
    #[api(status = 404, code = "PAGE")]
    Page,
}

errcode::catalog! { static FAILURES: Catalog = { title: "Failures", types: [Failure] }; }

const NONE: [u16; 0] = [];

#[test]
fn the_known_statuses_are_declared_shown_or_those_of_a_rejection() {
    let document = Document::from(&FAILURES);
    let rejected = error(&document, "REJECTED");
    assert_eq!(rejected.statuses, [400, 404, 405, 413, 415, 422]);
    assert_eq!(error(&document, "UPSTREAM").statuses, [502, 503]);
    let page = error(&document, "PAGE");
    assert_eq!(page.statuses, NONE);
    assert_eq!(page.known_statuses(), [404]);
    assert_eq!(page.other_statuses(), None);
}

#[test]
fn pages_list_the_known_statuses() {
    let page = markdown(&FAILURES, &markdown::Options::default());
    for text in [
        "**HTTP 400 Bad Request** or 404, 405, 413, 415, 422 or another status, chosen at run time · Client Error",
        "**HTTP 502 Bad Gateway** or 503 or another status, chosen at run time",
        "**HTTP 404 Not Found** · Client Error",
        "| 404 Not Found | [`REJECTED`](#REJECTED), [`PAGE`](#PAGE) |",
        "| 413 Content Too Large | [`REJECTED`](#REJECTED) |",
        "| 503 Service Unavailable | [`UPSTREAM`](#UPSTREAM) |",
    ] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    let page = html(&FAILURES);
    for text in [
        "<article id=\"REJECTED\" data-status=\"400 404 405 413 415 422\">",
        "<span class=\"soft\">or 404, 405, 413, 415, 422 or another status, chosen at run time</span>",
        "<article id=\"PAGE\" data-status=\"404\">",
    ] {
        assert!(page.contains(text), "{text}\n{page}");
    }
    let module = typescript(&FAILURES);
    for text in [
        "  REJECTED: [400, 404, 405, 413, 415, 422],\n  UPSTREAM: [502, 503],\n  PAGE: [404],\n",
        " * 502 Bad Gateway or 503 or another status, chosen at run time\n",
    ] {
        assert!(module.contains(text), "{text}\n{module}");
    }
}

fn components(one_of: bool) -> Value {
    let mut options = Options::default();
    options.one_of = one_of;
    let description = openapi::openapi(&FAILURES, &options);
    let mut description: Value = serde_json::from_str(&description.to_string()).unwrap();
    description["components"].take()
}

fn names(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(|k| &**k).collect()
}

#[test]
fn an_error_is_in_the_response_of_each_status_and_in_the_default_one() {
    let components = components(false);
    let responses = &components["responses"];
    assert_eq!(
        names(responses),
        [
            "Error400",
            "Error404",
            "Error405",
            "Error413",
            "Error415",
            "Error422",
            "Error502",
            "Error503",
            "ErrorDefault"
        ]
    );
    let description = |name: &str| responses[name]["description"].as_str().unwrap();
    assert_eq!(
        description("Error404"),
        "Not Found\n\n- `REJECTED`: The request is not valid.\n- `PAGE`: There is no such page."
    );
    assert_eq!(
        description("ErrorDefault"),
        "Any other status\n\n- `REJECTED`: The request is not valid.\n- `UPSTREAM`: Another service failed."
    );
    // The body says the status that is really sent.
    let status = |name: &str| &components["schemas"][name]["properties"]["status"];
    assert_eq!(status("Error404")["enum"], json!([404]));
    assert_eq!(status("Error503")["enum"], json!([503]));
    assert_eq!(status("ErrorDefault")["enum"], Value::Null);
}

#[test]
fn an_example_is_in_the_response_of_its_own_status() {
    let components = components(false);
    let examples = |name: &str| {
        let content = &components["responses"][name]["content"]["application/problem+json"];
        content["examples"].clone()
    };
    assert_eq!(names(&examples("Error404")), ["PAGE", "REJECTED"]);
    assert_eq!(examples("Error404")["REJECTED"]["value"]["status"], 404);
    assert_eq!(examples("Error503")["UPSTREAM"]["value"]["status"], 503);
    assert_eq!(examples("Error502")["UPSTREAM"]["value"]["status"], 502);
    assert_eq!(examples("Error400"), Value::Null);
    assert_eq!(examples("ErrorDefault"), Value::Null);
}

#[test]
fn a_schema_of_an_error_in_several_responses_is_written_once() {
    let options = |one_of| {
        let mut options = Options::default();
        options.one_of = one_of;
        options
    };
    let schemas = openapi::schemas(&FAILURES, &options(true));
    let mut names: Vec<&str> = schemas.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.iter().filter(|name| **name == "Rejected").count(), 1);
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), schemas.len());
    // The functions give the same as the whole description.
    let components = components(true);
    let responses = openapi::responses(&FAILURES, &options(true));
    let (last, known) = responses.split_last().unwrap();
    assert_eq!(last.0, None);
    let read =
        |json: &errcode_docs::Json| -> Value { serde_json::from_str(&json.to_string()).unwrap() };
    assert_eq!(read(&last.1), components["responses"]["ErrorDefault"]);
    for (status, response) in known {
        let name = format!("Error{}", status.unwrap());
        assert_eq!(read(response), components["responses"][name]);
    }
    for (name, schema) in &schemas {
        assert_eq!(read(schema), components["schemas"][name]);
    }
}

fn some(rejection: &Rejection) -> Option<StatusCode> {
    (rejection.0 == 413).then_some(rejection.0)
}

/// The request is not valid.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("rejected")]
#[api(status = 400, code = "REJECTED", message = "Not valid.")]
#[api(example(Self(Rejection(StatusCode::PAYLOAD_TOO_LARGE))))]
struct Chosen(#[api(status = some)] Rejection);

errcode::catalog! { static CHOSEN: Catalog = { title: "Chosen", types: [Chosen] }; }

#[test]
fn a_function_of_the_service_may_choose_other_statuses_than_a_rejection() {
    let document = Document::from(&CHOSEN);
    assert_eq!(error(&document, "REJECTED").statuses, [400, 413]);
}
