//! The format that is CBOR, read with an independent reader.

use errcode::{ApiError, Context};
use formats::ConciseProblem;
use serde_json::{Value, json};

use crate::sent_to;

/// The diagnostic notation of CBOR (RFC 8949, 8).
fn notation(bytes: &[u8]) -> String {
    let mut decoder = minicbor::Decoder::new(bytes);
    decoder.skip().unwrap();
    assert_eq!(decoder.position(), bytes.len(), "one value");
    minicbor::display(bytes).to_string()
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("detailed information about the error")]
#[api(format = ConciseProblem, status = 400, code = "C", title = "title of the error")]
#[api(type = "tag:3gpp.org,2022-03:TS29112")]
struct Invalid {
    #[api(public = "0")]
    cause: &'static str,
    #[api(public = "1")]
    params: Value,
    #[api(public = "2")]
    features: &'static str,
}

#[test]
fn the_example_of_rfc_9290() {
    let error = Invalid {
        cause: "machine-readable error cause",
        params: json!([
            ["first parameter name", "must be a positive integer"],
            ["second parameter name"]
        ]),
        features: "d34db33f",
    };
    let context = Context::new().with_instance("coaps://pd.example/FA317434");
    let (content_type, body) = sent_to(&error, &context);
    assert_eq!(content_type, "application/concise-problem-details+cbor");
    // The example has no code.
    let expected = r#"{-1: "title of the error", -2: "detailed information about the error", -3: "coaps://pd.example/FA317434", -4: 128, "tag:3gpp.org,2022-03:TS29112": {"code": "C", 0: "machine-readable error cause", 1: [["first parameter name", "must be a positive integer"], ["second parameter name"]], 2: "d34db33f"}}"#;
    assert_eq!(notation(&body), expected);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("taken")]
#[api(format = flat, status = 409, code = 7)]
struct Taken {
    #[api(public)]
    by: Vec<u8>,
}

#[test]
fn the_value_of_an_error_in_cbor() {
    let mut bytes = Vec::new();
    ciborium::into_writer(&errcode::json(&Taken { by: vec![1] }), &mut bytes).unwrap();
    let expected = r#"{"code": 7, "detail": "taken", "details": {"by": [1]}}"#;
    assert_eq!(notation(&bytes), expected);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = ConciseProblem)]
enum Other {
    #[error("a\0\"]]>\u{7f}")]
    #[api(status = 404, code = 7, type = "urn:x")]
    Numbers {
        #[api(public)]
        large: u64,
        #[api(public)]
        half: f64,
        #[api(public)]
        map: Value,
    },
    #[error("legal")]
    #[api(status = 451, code = 8)]
    Legal {
        #[api(public)]
        dropped: u8,
    },
}

#[test]
fn values_and_response_codes() {
    let error = Other::Numbers {
        large: u64::MAX,
        half: 0.5,
        map: json!({"a": [true, null, -1]}),
    };
    let (_, body) = sent_to(&error, &Context::new());
    let mut decoder = minicbor::Decoder::new(&body);
    assert_eq!(decoder.map().unwrap(), Some(4));
    assert_eq!(
        (decoder.i8().unwrap(), decoder.str().unwrap()),
        (-1, "Not Found")
    );
    assert_eq!(
        (decoder.i8().unwrap(), decoder.str().unwrap()),
        (-2, "a\0\"]]>\u{7f}")
    );
    // 4.04
    assert_eq!((decoder.i8().unwrap(), decoder.u16().unwrap()), (-4, 132));
    assert_eq!(
        (decoder.str().unwrap(), decoder.map().unwrap()),
        ("urn:x", Some(4))
    );
    assert_eq!((decoder.str().unwrap(), decoder.u8().unwrap()), ("code", 7));
    assert_eq!(
        (decoder.str().unwrap(), decoder.u64().unwrap()),
        ("large", u64::MAX)
    );
    assert_eq!(decoder.str().unwrap(), "half");
    assert!((decoder.f64().unwrap() - 0.5).abs() < f64::EPSILON);
    assert_eq!(
        (decoder.str().unwrap(), decoder.map().unwrap()),
        ("map", Some(1))
    );
    assert_eq!(
        (decoder.str().unwrap(), decoder.array().unwrap()),
        ("a", Some(3))
    );

    // 4.51 does not exist, and there is no URI to put the fields under.
    let (_, body) = sent_to(&Other::Legal { dropped: 1 }, &Context::new());
    let expected = r#"{-1: "Unavailable For Legal Reasons", -2: "legal", -4: 128}"#;
    assert_eq!(notation(&body), expected);
}
