//! Text that a client chose, in each format.

use std::collections::BTreeMap;

use errcode::format::{Format, FormatVtable, Html, Negotiated, Nested, ProblemXml, Text};
use errcode::{ApiError, Context};
use formats::{
    Bearer, ConciseProblem, Google, GraphQl, JsonApi, JsonRpc, Matrix, Meilisearch, OAuth, OData,
    Oci, S3, Scim, Stripe,
};
use serde_json::Value;

use crate::xml::read;

const HOSTILE: &str = "\0\u{1}\u{1b}[2J\r\n\t\"'\\ ]]> --> <![CDATA[ </Message><script>&amp; \u{7f}\u{2028}\u{fffe}\u{ffff} é😀 {} %s";

#[derive(Debug, thiserror::Error, ApiError)]
#[error("{text}")]
#[api(status = 400, code = "HOSTILE", type = "https://example.com/errors")]
struct Hostile {
    #[api(public)]
    text: String,
    #[api(flatten)]
    fields: BTreeMap<String, Vec<String>>,
}

fn body<F: Format>() -> Vec<u8> {
    let error = Hostile {
        text: HOSTILE.to_owned(),
        fields: BTreeMap::from([(HOSTILE.to_owned(), vec![HOSTILE.to_owned()])]),
    };
    let context = Context::new().with_instance(HOSTILE);
    let format = FormatVtable::new::<F>();
    let response: http::Response<bytes::Bytes> =
        errcode::response::render(&error, format, &context);
    assert_eq!(
        response.headers()["content-type"],
        F::CONTENT_TYPE,
        "{}",
        F::NAME
    );
    response.body().to_vec()
}

/// How often the hostile text stands in a JSON value, as a string or as a name.
fn count(value: &Value) -> usize {
    let is_text = |text: &str| usize::from(text == HOSTILE);
    match value {
        Value::String(text) => is_text(text),
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| is_text(name) + count(value))
            .sum(),
        _ => 0,
    }
}

#[test]
fn json_carries_every_text() {
    fn in_json<F: Format>() -> usize {
        count(&serde_json::from_slice(&body::<F>()).unwrap())
    }
    // The message, the field, and the name and the text of the entry.
    assert_eq!(in_json::<Google>(), 4);
    assert_eq!(in_json::<GraphQl>(), 4);
    assert_eq!(in_json::<JsonRpc>(), 4);
    assert_eq!(in_json::<Matrix>(), 4);
    assert_eq!(in_json::<OData>(), 4);
    assert_eq!(in_json::<Oci>(), 4);
    assert_eq!(in_json::<Stripe>(), 4);
    assert_eq!(in_json::<Bearer<Nested>>(), 4);
    // The text of the entry is its message; the pointer escapes its name.
    assert_eq!(in_json::<JsonApi>(), 1);
    assert_eq!(in_json::<Meilisearch>(), 1);
    assert_eq!(in_json::<Scim>(), 1);
    // ASCII without quotes.
    let oauth: Value = serde_json::from_slice(&body::<OAuth>()).unwrap();
    let text = oauth["error_description"].as_str().unwrap();
    assert_eq!(text.chars().count(), HOSTILE.chars().count());
    assert!(
        text.chars()
            .all(|letter| matches!(letter, ' '..='~') && letter != '"' && letter != '\\')
    );
}

#[test]
fn xml_carries_what_it_can() {
    let carried: String = HOSTILE
        .chars()
        .map(|letter| match letter {
            '\t' | '\n' | '\r' => letter,
            '\0'..' ' | '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            _ => letter,
        })
        .collect();
    let texts = |xml: &[u8]| -> Vec<String> {
        let found = read(xml).into_iter().filter(|(_, text)| *text == carried);
        found.map(|(path, _)| path).collect()
    };
    assert_eq!(
        texts(&body::<S3>()),
        ["Error/Message", "Error/text", "Error/Resource"]
    );
    // The entry is left out: its name is no name of XML.
    let problem = ["problem/detail", "problem/instance", "problem/text"];
    assert_eq!(texts(&body::<ProblemXml>()), problem);
}

#[test]
fn cbor_and_plain_text_carry_every_text() {
    let cbor = body::<ConciseProblem>();
    let value: ciborium::Value = ciborium::from_reader(&cbor[..]).unwrap();
    assert_eq!(
        format!("{value:?}")
            .matches(&format!("{HOSTILE:?}"))
            .count(),
        5
    );
    assert_eq!(body::<Text>(), HOSTILE.as_bytes());
}

#[test]
fn a_page_has_no_element_that_a_client_chose() {
    let page = String::from_utf8(body::<Html>()).unwrap();
    assert!(!page.contains("<script") && !page.contains("</Message") && !page.contains('\0'));
    assert_eq!(page.matches("&lt;script&gt;").count(), 4);
    let negotiated = body::<Negotiated<(Html, Text)>>();
    assert_eq!(String::from_utf8(negotiated).unwrap(), page);
}
