//! What each source becomes.

use std::collections::BTreeMap;

use errcode::validation::{FieldErrors, FieldPath};
use serde::Deserialize;
use serde_json::{Value, json};
use validation::input::{Book, Range, Signup};

use crate::{json, no_secret_in};

fn by_validator<T: validator::Validate>(input: &T) -> Value {
    json(&FieldErrors::from(input.validate().unwrap_err()))
}

fn by_garde<T: garde::Validate<Context = ()>>(input: &T) -> Value {
    json(&FieldErrors::from(input.validate().unwrap_err()))
}

fn input<T: for<'de> Deserialize<'de>>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}

#[test]
fn the_keys_of_a_map_are_in_the_path() {
    let book: Book = input(json!({ "contacts": {
        "a/b~c": { "email": "s3cret" }, "m.n": { "email": "" }, "ok": { "email": "al@example.com" }
    } }));
    let errors = by_garde(&book);
    let paths: Vec<&String> = errors.as_object().unwrap().keys().collect();
    assert_eq!(paths, ["/contacts/a~1b~0c/email", "/contacts/m.n/email"]);
    no_secret_in(&errors.to_string());

    let report = garde::Validate::validate(&book).unwrap_err();
    let dotted = json(&FieldErrors::from(report).dotted());
    let paths: Vec<&String> = dotted.as_object().unwrap().keys().collect();
    assert_eq!(paths, ["contacts.a/b~c.email", "contacts[\"m.n\"].email"]);

    // validator numbers the entries of a map.
    let errors = by_validator(&book);
    let paths: Vec<&String> = errors.as_object().unwrap().keys().collect();
    assert_eq!(paths, ["/contacts/0/email", "/contacts/1/email"]);
}

#[test]
fn an_error_of_a_whole_struct_and_parameters_of_ones_own() {
    let errors = by_validator(&Range { from: 8, to: 2 });
    let order = json!([{ "code": "order", "message": "must not end before it starts" }]);
    assert_eq!(errors, json!({ "": order }));
    let errors = by_validator(&Range { from: 3, to: 4 });
    let step = json!([{ "code": "step", "message": "is not valid", "params": { "step": 2 } }]);
    assert_eq!(errors, json!({ "/from": step }));
    let errors = by_garde(&Range { from: 3, to: 4 });
    let step = json!([{ "code": "invalid", "message": "must be a multiple of 2" }]);
    assert_eq!(errors, json!({ "/from": step }));
}

#[test]
fn the_order_of_a_hash_map_does_not_show() {
    let wrong = json!({
        "name": "", "email": "", "age": 0, "password": "a", "passwordAgain": "b",
        "address": { "city": "" }, "contacts": [{ "email": "" }, { "email": "" }]
    });
    let signup: Signup = input(wrong);
    let text = || {
        let errors = validator::Validate::validate(&signup).unwrap_err();
        serde_json::to_string(&FieldErrors::from(errors)).unwrap()
    };
    let first = text();
    for _ in 0..20 {
        assert_eq!(text(), first);
    }
}

#[test]
fn many_errors_are_limited() {
    let contacts: Vec<Value> = (0..5_000).map(|_| json!({ "email": "s3cret" })).collect();
    let signup: Signup = input(json!({
        "name": "alice", "email": "alice@example.com", "age": 18, "password": "a", "passwordAgain": "a",
        "address": { "city": "Oslo" }, "contacts": contacts
    }));
    let (validator, garde) = (by_validator(&signup), by_garde(&signup));
    for errors in [&validator, &garde] {
        assert_eq!(errors.as_object().unwrap().len(), FieldErrors::MAX + 1);
        assert_eq!(errors[""][0]["message"], "4000 more errors are not listed");
        no_secret_in(&errors.to_string());
    }
    assert!(
        validator
            .as_object()
            .unwrap()
            .keys()
            .eq(garde.as_object().unwrap().keys())
    );
}

/// What serde says of a JSON text.
fn of_serde<T: for<'de> Deserialize<'de>>(json: &str) -> Value {
    let read = serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(json));
    let Err(error) = read.map(|_: T| ()) else {
        panic!("{json} is valid");
    };
    let errors = self::json(&FieldErrors::from(error));
    no_secret_in(&errors.to_string());
    errors
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only read")]
struct Order {
    items: Vec<Item>,
    notes: Option<BTreeMap<String, Item>>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only read")]
struct Item {
    kind: Kind,
    size: u8,
    pair: Option<(u8, u8)>,
    #[serde(default, deserialize_with = "of_my_own")]
    own: u8,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Large,
    Small,
}

fn of_my_own<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
    let text = String::deserialize(deserializer)?;
    Err(serde::de::Error::custom(format!("I do not like {text}")))
}

#[test]
fn a_text_of_serde_says_what_was_expected() {
    for (json, path, code, message) in [
        (
            r#"{"items":[{"kind":"large","size":"s3cret"}]}"#,
            "/items/0/size",
            "invalid_type",
            "expected u8",
        ),
        (
            r#"{"items":[{"kind":"large","size":-7}]}"#,
            "/items/0/size",
            "invalid_value",
            "expected u8",
        ),
        (
            r#"{"items":[{"kind":"s3cret","size":7}]}"#,
            "/items/0/kind",
            "unknown_variant",
            "expected `large` or `small`",
        ),
        (
            r#"{"items":[{"kind":"large"}]}"#,
            "/items/0/size",
            "missing_field",
            "is required",
        ),
        (
            r#"{"items":[],"items":[]}"#,
            "/items",
            "duplicate_field",
            "is there twice",
        ),
        (
            r#"{"items":[],"more":"s3cret"}"#,
            "/more",
            "unknown_field",
            "is not known",
        ),
        (
            r#"{"items":[{"kind":"large","size":7,"pair":[7]}]}"#,
            "/items/0/pair",
            "invalid_length",
            "expected a tuple of size 2",
        ),
        (
            r#"{"items":[],"notes":{"a/b":{"kind":"large","size":true}}}"#,
            "/notes/a~1b/size",
            "invalid_type",
            "expected u8",
        ),
        (
            r#"{"items":[{"kind":"large","size":7,"own":"s3cret"}]}"#,
            "/items/0/own",
            "invalid",
            "is not valid",
        ),
        (r#"["s3cret"]"#, "/0", "invalid_type", "expected a sequence"),
        ("7", "", "invalid_type", "expected struct Order"),
        (r#"{"items":"#, "/items", "invalid", "is not valid"),
    ] {
        let expected = json!({ path: [{ "code": code, "message": message }] });
        assert_eq!(of_serde::<Order>(json), expected, "{json}");
    }
}

#[test]
fn a_part_of_a_request_may_stand_before_a_path() {
    let mut errors = FieldErrors::new();
    let at = FieldPath::from("body").join("tags").join("3");
    errors.add(
        at,
        errcode::validation::FieldError::new("taken", "is taken"),
    );
    assert!(json(&errors.dotted())["body.tags[3]"].is_array());
}
