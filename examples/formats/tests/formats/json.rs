//! The other formats that are JSON.

use std::collections::BTreeMap;
use std::time::Duration;

use errcode::{ApiError, Context};
use formats::{GraphQl, JsonApi, JsonRpc, Matrix, Meilisearch, OAuth, OData, Oci, Scim, Stripe};
use serde::Serialize;
use serde_json::json as value;

use crate::{example, json, json_to, sent_to};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = JsonApi)]
enum Resource {
    #[error("invalid")]
    #[api(status = 422, code = "INVALID", title = "Invalid Attribute")]
    Invalid(#[api(flatten)] BTreeMap<&'static str, Vec<&'static str>>),
    #[error("taken")]
    #[api(
        status = 409,
        code = "TAKEN",
        type = "https://example.com/errors#TAKEN"
    )]
    Taken(#[api(public = "by")] u8),
}

#[test]
fn json_api() {
    let text = "First name must contain at least two characters.";
    let invalid = json(&Resource::Invalid(BTreeMap::from([(
        "firstName",
        vec![text],
    )])));
    let mut expected = example(
        r#"{"errors":[{"status":"422","source":{"pointer":"/data/attributes/firstName"},"title":"Invalid Attribute","detail":"First name must contain at least two characters."}]}"#,
    );
    // The example has no code.
    expected["errors"][0]["code"] = "INVALID".into();
    assert_eq!(invalid, expected);
    let two = Resource::Invalid(BTreeMap::from([("a/b~c", vec!["x", "y"])]));
    assert_eq!(json(&two)["errors"][1]["detail"], "y");
    let pointer = &json(&two)["errors"][1]["source"]["pointer"];
    assert_eq!(pointer, "/data/attributes/a~1b~0c");

    let (content_type, body) = sent_to(&Resource::Taken(7), &Context::new());
    assert_eq!(content_type, "application/vnd.api+json");
    let taken = r#"{"errors":[{"status":"409","code":"TAKEN","title":"Conflict","links":{"type":"https://example.com/errors#TAKEN"},"detail":"taken","meta":{"by":7}}]}"#;
    assert_eq!(String::from_utf8(body).unwrap(), taken);
}

#[derive(Debug, Serialize)]
struct Detail {
    code: &'static str,
    target: &'static str,
    message: &'static str,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = OData)]
enum Query {
    #[error("Unsupported functionality")]
    #[api(status = 501, code = "err123", message = "Unsupported functionality")]
    Unsupported {
        #[api(public)]
        target: &'static str,
        #[api(public)]
        details: Vec<Detail>,
        #[api(public)]
        trace: Vec<u8>,
    },
    #[error("invalid")]
    #[api(status = 400, code = "invalid")]
    Invalid(#[api(flatten)] BTreeMap<&'static str, &'static str>),
}

#[test]
fn odata() {
    let unsupported = Query::Unsupported {
        target: "query",
        details: vec![Detail {
            code: "forty-two",
            target: "$search",
            message: "$search query option not supported",
        }],
        trace: vec![],
    };
    // Its `innererror` has elided values.
    let expected = example(
        r#"{"error":{"code":"err123","message":"Unsupported functionality","target":"query","details":[{"code":"forty-two","target":"$search","message":"$search query option not supported"}],"innererror":{"trace":[]}}}"#,
    );
    assert_eq!(json(&unsupported), expected);
    let response = errcode::to_response(&unsupported);
    assert_eq!(response.headers()["content-language"], "en");

    let invalid = json(&Query::Invalid(BTreeMap::from([("age", "too low")])));
    let expected = value!({"error": {"code": "invalid", "message": "invalid", "details": [
        {"code": "invalid", "target": "age", "message": "too low"}
    ]}});
    assert_eq!(invalid, expected);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = OAuth, challenge = "Basic realm=\"token\"")]
enum Token {
    #[error("")]
    #[api(status = 400, code = "invalid_request")]
    InvalidRequest,
    #[error("Unknown \"client\" \\ é\n")]
    #[api(
        status = 401,
        code = "invalid_client",
        type = "https://example.com/errors"
    )]
    InvalidClient,
}

#[test]
fn oauth() {
    let response = errcode::to_response(&Token::InvalidRequest);
    let headers = response.headers();
    assert_eq!(headers["content-type"], "application/json;charset=UTF-8");
    assert_eq!(
        (&headers["cache-control"], &headers["pragma"]),
        (&"no-store".parse().unwrap(), &"no-cache".parse().unwrap())
    );
    let mut expected = example(r#"{"error":"invalid_request"}"#);
    assert_eq!(json(&Token::InvalidRequest), expected);
    expected = value!({
        "error": "invalid_client",
        "error_description": "Unknown 'client' ? ??",
        "error_uri": "https://example.com/errors",
    });
    assert_eq!(json(&Token::InvalidClient), expected);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = JsonRpc)]
enum Call {
    #[error("Method not found")]
    #[api(status = 404, code = -32601)]
    NoMethod,
    #[error("Parse error")]
    #[api(status = 400, code = -32700)]
    NoJson,
    #[error("Invalid params")]
    #[api(status = 400, code = -32602)]
    Params(#[api(public = "param")] &'static str),
}

#[test]
fn json_rpc() {
    let with_id = Context::new().with_fact("id", "1").unwrap();
    let expected = example(
        r#"{"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "1"}"#,
    );
    assert_eq!(json_to(&Call::NoMethod, &with_id), expected);
    let expected = example(
        r#"{"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null}"#,
    );
    assert_eq!(json(&Call::NoJson), expected);
    let with_id = Context::new().with_fact("id", &7).unwrap();
    let params = json_to(&Call::Params("a"), &with_id);
    assert_eq!(
        (&params["id"], &params["error"]["data"]["param"]),
        (&7.into(), &"a".into())
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("method")]
#[api(format = JsonRpc, status = 404, code = "NO_METHOD")]
struct TextCode;

#[test]
fn json_rpc_has_no_texts_as_codes() {
    assert_eq!(json(&TextCode)["error"]["code"], -32_000);
}

#[derive(Debug, Serialize)]
struct Location {
    line: u32,
    column: u32,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Name for character with ID {id} could not be fetched.")]
#[api(format = GraphQl, status = 404, code = "CAN_NOT_FETCH_BY_ID")]
struct NotFetched {
    #[api(header = "X-Id")]
    id: u32,
    #[api(public)]
    locations: Vec<Location>,
    #[api(public)]
    path: Vec<serde_json::Value>,
    #[api(public)]
    timestamp: &'static str,
}

#[test]
fn graphql() {
    let error = NotFetched {
        id: 1002,
        locations: vec![Location { line: 6, column: 7 }],
        path: vec!["hero".into(), "heroFriends".into(), 1.into(), "name".into()],
        timestamp: "Fri Feb 9 14:33:09 UTC 2018",
    };
    let expected = example(
        r#"{"errors":[{"message":"Name for character with ID 1002 could not be fetched.","locations":[{"line":6,"column":7}],"path":["hero","heroFriends",1,"name"],"extensions":{"code":"CAN_NOT_FETCH_BY_ID","timestamp":"Fri Feb 9 14:33:09 UTC 2018"}}]}"#,
    );
    assert_eq!(json(&error), expected);
    let (content_type, _) = sent_to(&error, &Context::new());
    assert_eq!(content_type, "application/graphql-response+json");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("No such file upload: '{id}'")]
#[api(format = Stripe, status = 404, code = "resource_missing", category = "invalid_request_error")]
#[api(type = "https://stripe.com/docs/error-codes/resource-missing")]
struct NoUpload {
    #[api(header = "X-Id")]
    id: &'static str,
    #[api(public)]
    param: &'static str,
}

#[test]
fn stripe() {
    let error = NoUpload {
        id: "hightResImage",
        param: "collected_data[id_document][front][high_res_image]",
    };
    let expected = r#"{"error":{"code":"resource_missing","doc_url":"https://stripe.com/docs/error-codes/resource-missing","message":"No such file upload: 'hightResImage'","param":"collected_data[id_document][front][high_res_image]","type":"invalid_request_error"}}"#;
    assert_eq!(sent_to(&error, &Context::new()).1, expected.as_bytes());
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("Index `{0}` not found.")]
#[api(format = Meilisearch, status = 404, code = "index_not_found", category = "invalid_request")]
#[api(type = "https://docs.meilisearch.com/errors#{code}")]
struct NoIndex(#[api(public = "index")] &'static str);

#[test]
fn meilisearch() {
    let expected = r#"{"message":"Index `movies` not found.","code":"index_not_found","type":"invalid_request","link":"https://docs.meilisearch.com/errors#index_not_found"}"#;
    assert_eq!(
        sent_to(&NoIndex("movies"), &Context::new()).1,
        expected.as_bytes()
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Matrix, challenge = "Bearer")]
enum Homeserver {
    #[error("Too many requests")]
    #[api(status = 429, code = "M_LIMIT_EXCEEDED")]
    Limit(#[api(header = "Retry-After")] Duration),
    #[error("Soft logged out")]
    #[api(status = 401, code = "M_UNKNOWN_TOKEN")]
    LoggedOut(#[api(public = "soft_logout")] bool),
}

#[test]
fn matrix() {
    let expected =
        r#"{"errcode":"M_LIMIT_EXCEEDED","error":"Too many requests","retry_after_ms":2000}"#;
    let limit = Homeserver::Limit(Duration::from_secs(2));
    assert_eq!(sent_to(&limit, &Context::new()).1, expected.as_bytes());
    let expected = r#"{"errcode":"M_UNKNOWN_TOKEN","error":"Soft logged out","soft_logout":true}"#;
    assert_eq!(
        sent_to(&Homeserver::LoggedOut(true), &Context::new()).1,
        expected.as_bytes()
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("access to the requested resource is not authorized")]
#[api(format = Oci, status = 401, code = "UNAUTHORIZED", challenge = "Bearer realm=\"x\"")]
struct Unauthorized {
    #[api(public)]
    action: &'static str,
}

#[test]
fn oci() {
    // The specification prints the members, without values.
    let expected = value!({"errors": [{
        "code": "UNAUTHORIZED",
        "message": "access to the requested resource is not authorized",
        "detail": {"action": "pull"},
    }]});
    assert_eq!(json(&Unauthorized { action: "pull" }), expected);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Scim)]
enum Provisioning {
    #[error("Resource {0} not found")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound(#[api(public = "id")] &'static str),
    #[error("Attribute '{0}' is readOnly")]
    #[api(status = 400, code = "READ_ONLY", category = "mutability")]
    ReadOnly(#[api(public = "attribute")] &'static str),
}

#[test]
fn scim() {
    let (content_type, _) = sent_to(&Provisioning::ReadOnly("id"), &Context::new());
    assert_eq!(content_type, "application/scim+json");
    let expected = example(
        r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"Resource 2819c223-7f76-453a-919d-413861904646 not found","status":"404"}"#,
    );
    let missing = Provisioning::NotFound("2819c223-7f76-453a-919d-413861904646");
    assert_eq!(json(&missing), expected);
    let expected = example(
        r#"{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"scimType":"mutability","detail":"Attribute 'id' is readOnly","status":"400"}"#,
    );
    assert_eq!(json(&Provisioning::ReadOnly("id")), expected);
}
