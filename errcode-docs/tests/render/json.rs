//! The JSON catalog is valid, and reads back as the same document.

use errcode_docs::{Code, Document, VERSION, json};
use serde_json::Value;

use crate::fixture::{EMPTY, MIXED, SKILLS, error};

fn validator() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(json::SCHEMA).unwrap();
    jsonschema::validator_for(&schema).unwrap()
}

#[test]
fn catalogs_are_valid_and_read_back() {
    let validator = validator();
    for catalog in [&SKILLS, &MIXED, &EMPTY] {
        let text = json(catalog);
        let value: Value = serde_json::from_str(&text).unwrap();
        let errors: Vec<_> = validator.iter_errors(&value).collect();
        assert!(errors.is_empty(), "{errors:?}");
        let document: Document = serde_json::from_str(&text).unwrap();
        let mut public = Document::from(catalog);
        public.hidden = None;
        assert_eq!(document, public);
        assert_eq!(document.version, VERSION);
        assert_eq!(json(document), text);
        assert!(text.ends_with("}\n") && !text.contains('\r'));
    }
}

/// The lock file has hidden errors.
#[test]
fn catalogs_with_hidden_errors_are_valid() {
    let document = Document::from(&SKILLS);
    let hidden = document.hidden.as_ref().unwrap();
    assert_eq!(hidden[0].errors[0].code, Code::Text("HIDDEN".into()));
    assert_eq!((hidden.len(), hidden[0].errors.len()), (1, 1));
    let value = serde_json::to_value(&document).unwrap();
    assert!(validator().is_valid(&value));
    assert_eq!(serde_json::from_value::<Document>(value).unwrap(), document);
}

#[test]
fn other_json_is_not_valid() {
    let validator = validator();
    let good: Value = serde_json::from_str(&json(&SKILLS)).unwrap();
    let changes: [fn(&mut Value); 5] = [
        |v| v["version"] = 2.into(),
        |v| v["groups"][0]["errors"][0]["code"] = Value::Null,
        |v| v["groups"][0]["errors"][0]["status"] = "409".into(),
        |v| v["groups"][0]["errors"][0]["details"][0]["schema"]["type"] = "text".into(),
        |v| v["groups"][0]["errors"][0]["anchor"] = "a b".into(),
    ];
    for change in changes {
        let mut bad = good.clone();
        change(&mut bad);
        assert!(!validator.is_valid(&bad));
    }
}

#[test]
fn codes_are_the_same_as_in_bodies() {
    let document = Document::from(&MIXED);
    assert_eq!(error(&document, "1001").code, Code::Number(1001));
    assert!(json(&document).contains("\"code\": -1,"));
    assert_eq!(error(&document, "a|b").code, Code::Text("a|b".into()));
}

#[test]
fn a_deprecation_has_its_version() {
    let text = json(&SKILLS);
    let members = "\"deprecated\": \"use | `GONE`\",\n          \"deprecated_since\": \"1.2.0\",";
    assert!(text.contains(members), "{text}");
}
