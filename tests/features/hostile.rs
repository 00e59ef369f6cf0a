//! Whatever text is in an error: the body is JSON, says just that, and has no member twice.

use std::collections::BTreeMap;
use std::fmt;

use errcode::ApiError;
use proptest::prelude::*;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::{Value, json};

use crate::answer::answer;

/// JSON whose objects must not have a member twice.
struct Strict(Value);

impl<'de> Deserialize<'de> for Strict {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;

        impl<'de> Visitor<'de> for Any {
            type Value = Value;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("objects, strings and numbers")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
                let mut members = serde_json::Map::new();
                while let Some((name, Strict(value))) = map.next_entry::<String, Strict>()? {
                    if members.insert(name.clone(), value).is_some() {
                        return Err(de::Error::custom(format!("`{name}` is there twice")));
                    }
                }
                Ok(Value::Object(members))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
                Ok(text.into())
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
                Ok(number.into())
            }
        }

        deserializer.deserialize_any(Any).map(Self)
    }
}

macro_rules! in_format {
    ($name:ident, $format:ident) => {
        #[derive(Debug, Clone, thiserror::Error, ApiError)]
        #[error("{text}|{slug}")]
        #[api(format = $format, status = 409, code = "CODE")]
        struct $name {
            #[api(public)]
            text: String,
            #[api(public, header = "X-Slug")]
            slug: String,
            #[api(flatten)]
            fields: BTreeMap<String, String>,
            #[api(status)]
            status: u16,
        }
    };
}

in_format!(InNested, nested);
in_format!(InFlat, flat);
in_format!(InProblem, problem);

fn body(error: &dyn ApiError) -> Value {
    let answer = answer(error);
    serde_json::from_str::<Strict>(&answer.body).unwrap().0
}

/// Entries that can't take the name of a declared member.
fn details(text: &str, slug: &str, fields: &BTreeMap<String, String>) -> Value {
    let mut details = json!({"text": text, "slug": slug});
    for (name, value) in fields {
        if details.get(name).is_none() {
            details[name] = value.as_str().into();
        }
    }
    details
}

fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::sample::select(vec![
            "text", "slug", "type", "status", "code", "errors", "detail", ""
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bodies_say_what_the_fields_say(
        text in any::<String>(),
        slug in any::<String>(),
        fields in prop::collection::btree_map(names(), any::<String>(), 0..6),
    ) {
        let status = 409;
        let expected = details(&text, &slug, &fields);
        let nested = InNested { text: text.clone(), slug: slug.clone(), fields: fields.clone(), status };
        prop_assert_eq!(
            body(&nested),
            json!({"error": {"code": "CODE", "message": "Conflict", "details": &expected}})
        );
        let flat = InFlat { text: text.clone(), slug: slug.clone(), fields: fields.clone(), status };
        prop_assert_eq!(body(&flat), json!({"code": "CODE", "detail": "Conflict", "details": expected}));
        let mut problem = json!({
            "type": "about:blank", "title": "Conflict", "status": 409, "code": "CODE",
            "text": &text, "slug": &slug, "errors": &fields,
        });
        if fields.is_empty() {
            problem.as_object_mut().unwrap().remove("errors");
        }
        let header = slug.bytes().all(|byte| byte == b'\t' || (b' '..=b'~').contains(&byte));
        let error = InProblem { text, slug, fields, status };
        prop_assert_eq!(body(&error), problem);
        prop_assert_eq!(errcode::to_response(&error).headers().contains_key("x-slug"), header);
    }

    #[test]
    fn a_message_of_any_text_is_that_text(text in any::<String>(), slug in any::<String>()) {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("{0}|{1}")]
        #[api(format = flat, status = 400, code = "CODE")]
        struct Shown(#[api(public = "a")] String, #[api(public = "b")] String);

        let expected = format!("{text}|{slug}");
        prop_assert_eq!(&body(&Shown(text, slug))["detail"], &Value::from(expected));
    }
}

#[test]
fn the_status_in_the_body_is_the_one_that_is_sent() {
    let mut error = InProblem {
        text: String::new(),
        slug: String::new(),
        fields: BTreeMap::new(),
        status: 0,
    };
    for status in 0..=u16::MAX {
        error.status = status;
        let answer = answer(&error);
        let sent = if (400..600).contains(&status) {
            status
        } else {
            409
        };
        assert_eq!(answer.status, sent);
        assert!(
            answer.body.contains(&format!(r#""status":{sent},"#)),
            "{}",
            answer.body
        );
    }
}
