//! OpenAPI: it has every error of every status, and bodies are valid against the schemas.

use errcode_docs::openapi::Options;
use errcode_docs::{Code, Document, Json, openapi};
use serde_json::Value;

use crate::fixture::{EMPTY, MIXED, SKILLS};

fn description(source: impl Into<Document>, one_of: bool) -> Value {
    let mut options = Options::default();
    options.version = "2.0.0".into();
    options.one_of = one_of;
    serde_json::from_str(&openapi(source, &options).to_string()).unwrap()
}

/// Whether a body is valid against the schema of a response.
fn is_valid(description: &Value, schema: &Value, body: &Value) -> bool {
    let mut root = description.clone();
    root["allOf"] = Value::Array(vec![schema.clone()]);
    jsonschema::validator_for(&root).unwrap().is_valid(body)
}

#[test]
fn examples_are_valid_against_their_schemas() {
    for (catalog, one_of) in [
        (&SKILLS, false),
        (&SKILLS, true),
        (&MIXED, false),
        (&MIXED, true),
    ] {
        let description = description(catalog, one_of);
        let mut seen = 0;
        let responses = description["components"]["responses"].as_object().unwrap();
        for (status, response) in responses {
            for media in response["content"].as_object().unwrap().values() {
                let examples = media["examples"].as_object();
                for (name, example) in examples.into_iter().flatten() {
                    seen += 1;
                    let body = &example["value"];
                    assert!(
                        is_valid(&description, &media["schema"], body),
                        "{status} {name}: {media:#}"
                    );
                }
            }
        }
        let document = Document::from(catalog);
        let expected: usize = document.errors().map(|error| error.examples.len()).sum();
        assert_eq!(seen, expected);
    }
}

#[test]
fn codes_of_other_statuses_are_not_valid() {
    for one_of in [false, true] {
        let description = description(&SKILLS, one_of);
        let media =
            &description["components"]["responses"]["Error409"]["content"]["application/json"];
        let good = &media["examples"]["SLUG_TAKEN"]["value"];
        for (member, value) in [
            ("code", Value::from("ARCHIVED")),
            ("detail", Value::Null),
            ("details", serde_json::json!({ "slug": 1 })),
            ("details", serde_json::json!({})),
        ] {
            let mut bad = good.clone();
            bad[member] = value;
            assert!(!is_valid(&description, &media["schema"], &bad), "{bad}");
        }
    }
}

#[test]
fn deprecated_errors_are_marked() {
    let description = description(&SKILLS, false);
    let gone = &description["components"]["responses"]["Error410"];
    let text = gone["description"].as_str().unwrap();
    let line = "- `ARCHIVED` (deprecated since 1.2.0: use | `GONE`): Never sent.";
    assert!(text.contains(line), "{text}");
}

#[test]
fn alternatives_have_descriptions() {
    let description = description(&SKILLS, true);
    let schemas = &description["components"]["schemas"];
    assert_eq!(schemas["Archived"]["deprecated"], true);
    assert_eq!(
        schemas["Archived"]["description"],
        "Deprecated since 1.2.0: use | `GONE`\n\nNever sent."
    );
    assert_eq!(schemas["AuthMissing"].get("deprecated"), None);
    assert_eq!(schemas["AuthMissing"]["description"], "Missing.");
    assert_eq!(schemas["RunTime"].get("description"), None);
}

#[test]
fn the_introduction_is_the_description() {
    let info = &description(&SKILLS, false)["info"];
    let text = "Rate limits and so on.\n\n# Format\n\nAs it is.";
    assert_eq!(info["description"], text);
}

#[test]
fn errors_of_one_status_share_a_response() {
    let merged = description(&MIXED, false);
    let bad_request = &merged["components"]["responses"]["Error400"];
    let content = bad_request["content"].as_object().unwrap();
    let types: Vec<_> = content.keys().map(String::as_str).collect();
    assert_eq!(
        types,
        ["application/problem+json", "application/vnd.envelope+json"]
    );
    let examples = content["application/problem+json"]["examples"]
        .as_object()
        .unwrap();
    assert_eq!(examples.keys().collect::<Vec<_>>(), ["-1", "1001"]);
    let schemas = &merged["components"]["schemas"];
    assert_eq!(
        schemas["Error400"]["properties"]["code"],
        serde_json::json!({ "type": "integer", "enum": [1001, -1] })
    );
    let own = schemas["Error400_2"]["description"].as_str().unwrap();
    assert_eq!(
        own,
        "Inferred from the examples. The format `envelope` is defined by the service."
    );

    let forbidden = &merged["components"]["responses"]["Error403"];
    assert_eq!(forbidden["content"].as_object().unwrap().len(), 3);
    assert_eq!(
        schemas["Error403"]["properties"]["type"]["enum"],
        serde_json::json!(["about:blank", "quota"])
    );
    let text = forbidden["description"].as_str().unwrap();
    assert!(
        text.starts_with("Forbidden\n\n- `denied`: Denied.\n- `quota`: Too much."),
        "{text}"
    );
}

#[test]
fn alternatives_have_a_discriminator() {
    let description = description(&MIXED, true);
    let schemas = &description["components"]["schemas"];
    assert_eq!(schemas["Error403"]["discriminator"]["propertyName"], "type");
    assert_eq!(
        schemas["Error403"]["discriminator"]["mapping"]["quota"],
        "#/components/schemas/Quota"
    );
    // A discriminator must be a string.
    assert_eq!(schemas["Error400"]["oneOf"].as_array().unwrap().len(), 2);
    assert_eq!(schemas["Error400"].get("discriminator"), None);
    let inner = &schemas["Error402"]["properties"]["error"];
    assert_eq!(
        inner["discriminator"]["mapping"]["a|b"],
        "#/components/schemas/AB"
    );
    let unknown = &schemas["AB"]["properties"]["details"]["properties"]["at"];
    assert!(unknown.get("type").is_none());
    assert!(unknown["description"].as_str().unwrap().contains("unknown"));
}

/// For any code, and any number of formats of a status.
#[test]
fn components_have_unique_names() {
    let mut document = Document::from(&MIXED);
    document.groups[0].errors[0].code = Code::Text("ERROR".to_owned());
    for one_of in [false, true] {
        let mut options = Options::default();
        options.one_of = one_of;
        let json = openapi(&document, &options);
        let Some(Json::Object(schemas)) = json.get("components").unwrap().get("schemas") else {
            panic!("{json}");
        };
        let mut names: Vec<&String> = schemas.iter().map(|(name, _)| name).collect();
        assert!(names.iter().any(|name| *name == "Error400_2"));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{json}");
    }
}

#[test]
fn headers_are_part_of_responses() {
    let description = description(&SKILLS, false);
    let responses = &description["components"]["responses"];
    let challenge = &responses["Error401"]["headers"]["WWW-Authenticate"];
    assert_eq!(challenge["schema"]["enum"], serde_json::json!(["Bearer"]));
    assert_eq!(challenge["required"], true);
    let retry = &responses["Error409"]["headers"]["Retry-After"];
    assert_eq!(
        (&retry["required"], &retry["schema"]["type"]),
        (&false.into(), &"integer".into())
    );
}

#[test]
fn an_empty_catalog_is_a_valid_description() {
    let json: Json = openapi(&EMPTY, &Options::default());
    assert_eq!(
        json.to_string(),
        r#"{"openapi":"3.1.0","info":{"title":"Nothing","version":"1.0.0"},"paths":{},"components":{"responses":{},"schemas":{}}}"#
    );
}
