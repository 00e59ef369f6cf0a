//! Google APIs.

use std::collections::BTreeMap;
use std::time::Duration;

use errcode::ApiError;
use formats::Google;

use crate::{example, json};

#[derive(Debug, thiserror::Error, ApiError)]
#[error(
    "The zone '{zone}' does not have enough resources available to fulfill the request. \
     Try a different zone, or try again later."
)]
#[api(format = Google, status = 429, code = "RESOURCE_AVAILABILITY")]
#[api(category = "compute.googleapis.com")]
#[api(type = "https://cloud.google.com/compute/docs/resource-error")]
struct NoResources {
    #[api(public)]
    zone: String,
    #[api(public = "vmType")]
    vm_type: String,
    #[api(public)]
    attachment: String,
    #[api(public = "zonesWithCapacity")]
    zones_with_capacity: String,
}

#[test]
fn the_example_of_aip_193() {
    let error = NoResources {
        zone: "us-east1-a".into(),
        vm_type: "e2-medium".into(),
        attachment: "local-ssd=3,nvidia-t4=2".into(),
        zones_with_capacity: "us-central1-f,us-central1-c".into(),
    };
    // Without its `LocalizedMessage`: errcode writes one language.
    let expected = example(
        r#"{"error":{"code":429,"message":"The zone 'us-east1-a' does not have enough resources available to fulfill the request. Try a different zone, or try again later.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RESOURCE_AVAILABILITY","domain":"compute.googleapis.com","metadata":{"zone":"us-east1-a","vmType":"e2-medium","attachment":"local-ssd=3,nvidia-t4=2","zonesWithCapacity":"us-central1-f,us-central1-c"}},{"@type":"type.googleapis.com/google.rpc.Help","links":[{"description":"Additional information on this error","url":"https://cloud.google.com/compute/docs/resource-error"}]}]}}"#,
    );
    assert_eq!(json(&error), expected);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Google)]
enum Other {
    #[error("invalid")]
    #[api(status = 400, code = "INVALID")]
    Invalid(#[api(flatten)] BTreeMap<&'static str, Vec<&'static str>>),
    #[error("busy")]
    #[api(status = 503, code = "BUSY", message = "busy")]
    Busy(#[api(header = "Retry-After")] Duration),
    #[error("gone")]
    #[api(status = 410, code = "GONE")]
    Gone(#[api(public = "count")] u64),
}

#[test]
fn fields_and_the_time_to_wait() {
    let fields = BTreeMap::from([
        ("age", vec!["too low", "no number"]),
        ("name", vec!["short"]),
    ]);
    let invalid = json(&Other::Invalid(fields));
    assert_eq!(invalid["error"]["status"], "INVALID_ARGUMENT");
    let violations = example(
        r#"{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"age","description":"too low"},{"field":"age","description":"no number"},{"field":"name","description":"short"}]}"#,
    );
    assert_eq!(invalid["error"]["details"][1], violations);

    let busy = json(&Other::Busy(Duration::from_millis(29_500)));
    let retry = r#"{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"30s"}"#;
    assert_eq!(busy["error"]["status"], "UNAVAILABLE");
    assert_eq!(busy["error"]["details"][1], example(retry));

    // Metadata are strings.
    let gone = json(&Other::Gone(7));
    assert_eq!(gone["error"]["status"], "FAILED_PRECONDITION");
    assert_eq!(gone["error"]["details"][0]["metadata"]["count"], "7");
    assert_eq!(gone["error"]["details"].as_array().unwrap().len(), 1);
}
