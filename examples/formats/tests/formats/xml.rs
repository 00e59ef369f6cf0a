//! The formats that are XML, read with an independent reader.

use errcode::format::ProblemXml;
use errcode::{ApiError, Context};
use formats::S3;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde::Serialize;

use crate::sent_to;

/// The texts of all elements in the order of their ends, each with its path.
pub(crate) fn read(xml: &[u8]) -> Vec<(String, String)> {
    let text = std::str::from_utf8(xml).unwrap();
    let mut reader = Reader::from_str(text);
    let (mut path, mut texts, mut found) = (Vec::new(), Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                path.push(start.name().as_ref().to_owned());
                texts.push(String::new());
            }
            Event::Text(part) => {
                if let Some(text) = texts.last_mut() {
                    text.push_str(&part);
                }
            }
            Event::GeneralRef(reference) => {
                let text = texts.last_mut().unwrap();
                match reference.resolve_char_ref().unwrap() {
                    Some(character) => text.push(character),
                    None => {
                        text.push_str(quick_xml::escape::resolve_xml_entity(&reference).unwrap());
                    }
                }
            }
            Event::End(_) => {
                found.push((path.join("/"), texts.pop().unwrap()));
                path.pop();
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert!(path.is_empty());
    found
}

fn pairs(found: &[(String, String)]) -> Vec<(&str, &str)> {
    found
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect()
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("The resource you requested does not exist")]
#[api(format = S3, status = 404, code = "NoSuchKey")]
struct NoSuchKey;

#[test]
fn the_example_of_s3() {
    let context = Context::new().with_instance("/mybucket/myfoto.jpg");
    let context = context.with_request_id("4442587FB7D0A2F9").unwrap();
    let (content_type, body) = sent_to(&NoSuchKey, &context);
    assert_eq!(content_type, "application/xml");
    let expected = [
        ("Error/Code", "NoSuchKey"),
        ("Error/Message", "The resource you requested does not exist"),
        ("Error/Resource", "/mybucket/myfoto.jpg"),
        ("Error/RequestId", "4442587FB7D0A2F9"),
        ("Error", ""),
    ];
    assert_eq!(pairs(&read(&body)), expected);
    let response = errcode::to_response_with(&NoSuchKey, &context);
    assert_eq!(response.headers()["x-amz-request-id"], "4442587FB7D0A2F9");
    assert!(body.starts_with(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"));
}

#[derive(Debug, Serialize)]
struct Invalid {
    detail: &'static str,
    pointer: &'static str,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = ProblemXml::<false>)]
enum Problem {
    #[error("Your current balance is {balance}, but that costs {price}.")]
    #[api(
        status = 403,
        code = "OUT_OF_CREDIT",
        title = "You do not have enough credit."
    )]
    #[api(type = "https://example.com/probs/out-of-credit")]
    Credit {
        #[api(public)]
        balance: u32,
        #[api(header = "X-Price")]
        price: u32,
        #[api(public)]
        accounts: Vec<&'static str>,
    },
    #[error("Your request is not valid.")]
    #[api(status = 422, code = "INVALID", title = "Your request is not valid.")]
    #[api(type = "https://example.net/validation-error")]
    Invalid(#[api(public = "errors")] Vec<Invalid>),
}

#[test]
fn the_example_of_rfc_9457() {
    let credit = Problem::Credit {
        balance: 30,
        price: 50,
        accounts: vec![
            "https://example.net/account/12345",
            "https://example.net/account/67890",
        ],
    };
    let context = Context::new().with_instance("https://example.net/account/12345/msgs/abc");
    let (content_type, body) = sent_to(&credit, &context);
    assert_eq!(content_type, "application/problem+xml");
    let expected = [
        ("problem/type", "https://example.com/probs/out-of-credit"),
        ("problem/title", "You do not have enough credit."),
        // The example has no status.
        ("problem/status", "403"),
        (
            "problem/detail",
            "Your current balance is 30, but that costs 50.",
        ),
        (
            "problem/instance",
            "https://example.net/account/12345/msgs/abc",
        ),
        ("problem/balance", "30"),
        ("problem/accounts/i", "https://example.net/account/12345"),
        ("problem/accounts/i", "https://example.net/account/67890"),
        ("problem/accounts", ""),
        ("problem", ""),
    ];
    assert_eq!(pairs(&read(&body)), expected);
    let text = String::from_utf8(body).unwrap();
    assert!(
        text.contains("\n<problem xmlns=\"urn:ietf:rfc:7807\"><type>"),
        "{text}"
    );

    let invalid = Problem::Invalid(vec![Invalid {
        detail: "must be 'green', 'red' or 'blue'",
        pointer: "#/profile/color",
    }]);
    let (_, body) = sent_to(&invalid, &Context::new());
    let found = read(&body);
    let detail = (
        "problem/errors/i/detail",
        "must be 'green', 'red' or 'blue'",
    );
    assert!(pairs(&found).contains(&detail), "{found:?}");
}
