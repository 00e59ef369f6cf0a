//! The schema of field errors in the documents.

use errcode::docs::{openapi, typescript};
use serde_json::{Value, json};
use validation::{DottedError, ERRORS};

#[test]
fn the_schema_is_a_map_of_lists() {
    let description = openapi(&ERRORS, &openapi::Options::default());
    let description: Value = serde_json::from_str(&description.to_string()).unwrap();
    let schemas = description["components"]["schemas"].as_object().unwrap();
    let error = json!({
        "type": "object",
        "properties": {
            "code": { "type": "string" }, "message": { "type": "string" }, "params": { "type": "object" }
        },
        "required": ["code", "message"],
    });
    let of = |schema: &Value| {
        assert_eq!(schema["type"], "object", "{schema:#}");
        let list = &schema["additionalProperties"];
        assert_eq!((&list["type"], &list["items"]), (&json!("array"), &error));
    };
    of(&schemas["Error422"]["properties"]["errors"]);
    of(&schemas["Error422_2"]["properties"]["details"]["properties"]["errors"]);
}

#[test]
fn typescript_has_the_types() {
    let module = typescript(&ERRORS);
    let error = "{ readonly code: string; readonly message: string; \
        readonly params?: { readonly [name: string]: unknown } }";
    let errors =
        format!("readonly errors?: {{ readonly [name: string]: ReadonlyArray<{error}> }};");
    assert!(module.contains(&errors), "{module}");
}

#[test]
fn a_dotted_path_is_in_the_example() {
    let mut errors = errcode::validation::FieldErrors::new();
    errors.add(
        ["tags", "0"],
        errcode::validation::FieldError::new("a", "b"),
    );
    let response = errcode::to_response(&DottedError::from(errors));
    let body: Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(
        body["details"]["errors"],
        json!({ "tags[0]": [{ "code": "a", "message": "b" }] })
    );
}
