//! A format that chooses among others.

use http::{HeaderMap, Response, header};

use super::*;
use crate::sample::row;
use crate::{to_response, to_response_with};

type Three = Negotiated<(Problem, Html, Text)>;

fn sent(error: &Sample, accept: &str) -> Response<bytes::Bytes> {
    to_response_with(error, &Context::new().with_accept(accept.as_bytes()))
}

fn content_type(response: &Response<bytes::Bytes>) -> &str {
    response.headers()["content-type"].to_str().unwrap()
}

#[test]
fn body_and_content_type_belong_together() {
    let error = in_format::<Three>(varying_row(404));
    for (accept, expected, start) in [
        ("text/html, */*;q=0.8", Html::CONTENT_TYPE, "<!DOCTYPE"),
        ("text/plain", Text::CONTENT_TYPE, "it says"),
        ("*/*", "application/problem+json", "{\"type\""),
        ("image/png", "application/problem+json", "{\"type\""),
        ("", "application/problem+json", "{\"type\""),
    ] {
        let response = sent(&error, accept);
        assert_eq!(content_type(&response), expected, "{accept}");
        assert!(response.body().starts_with(start.as_bytes()), "{accept}");
        assert_eq!(response.headers()["vary"], "Accept");
    }
    assert_eq!(
        content_type(&to_response(&error)),
        "application/problem+json"
    );
    assert_eq!(to_response(&error).headers()["vary"], "Accept");
}

#[test]
fn a_kept_body_is_of_the_format_that_was_chosen() {
    let error = in_format::<Three>(row(404));
    for _ in 0..3 {
        assert!(sent(&error, "text/html").body().starts_with(b"<!DOCTYPE"));
        assert!(sent(&error, "*/*").body().starts_with(b"{\"type\""));
        assert_eq!(sent(&error, "text/plain").body(), "it says");
    }
    let (one, two) = (sent(&error, "text/plain"), sent(&error, "text/plain"));
    assert_eq!(one.body().as_ptr(), two.body().as_ptr());
}

/// A short text, which adds a header, and fails if there are details.
struct Short;

impl Format for Short {
    const NAME: &'static str = "short";
    const CONTENT_TYPE: &'static str = "text/short";
    const RESERVED: &'static [&'static str] = &["own"];
    const TEXT_LIMIT: usize = 4;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        use std::fmt::Write;
        if error.details().is_empty() {
            Ok(write!(body, "{}", error.message())?)
        } else {
            Err(FormatError::new("details"))
        }
    }

    fn headers(_: &Occurrence<'_>, headers: &mut HeaderMap) {
        headers.append(
            header::VARY,
            http::HeaderValue::from_static("origin, ACCEPT"),
        );
        headers.append("x-short", http::HeaderValue::from_static("1"));
    }
}

#[test]
fn limits_and_headers_are_those_of_the_format_that_was_chosen() {
    let details = |details: &mut Details<'_>| details.member("own", &1);
    let error = Sample {
        details,
        ..in_format::<Negotiated<(Flat, Short)>>(varying_row(404))
    };
    let short = sent(&error, "text/short");
    // `own` is reserved in it, so there are no details.
    assert_eq!(short.body(), "it s");
    assert_eq!(short.headers()["vary"], "origin, ACCEPT");
    assert_eq!(short.headers().get_all("vary").iter().count(), 1);
    assert_eq!(short.headers()["x-short"], "1");
    let flat = sent(&error, "application/json");
    let json = r#"{"code":"A","detail":"it says","details":{"own":1}}"#;
    assert_eq!(flat.body(), json);
    assert!(flat.headers().get("x-short").is_none());
    // The second attempt is in the same format.
    let details = |details: &mut Details<'_>| details.member("other", &1);
    let short = sent(&Sample { details, ..error }, "text/short");
    assert_eq!(
        (content_type(&short), &short.body()[..]),
        ("text/short", &b"it s"[..])
    );
}

#[test]
fn a_format_around_a_negotiated_one_chooses_too() {
    struct Wrapped;

    impl Format for Wrapped {
        const NAME: &'static str = "wrapped";
        const CONTENT_TYPE: &'static str = <Negotiated<(Flat, Short)>>::CONTENT_TYPE;

        fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
            <Negotiated<(Flat, Short)>>::write(error, body)
        }

        fn content_type(error: &Occurrence<'_>) -> HeaderValue {
            <Negotiated<(Flat, Short)>>::content_type(error)
        }
    }

    let error = in_format::<Wrapped>(varying_row(404));
    let short = sent(&error, "text/short");
    assert_eq!(
        (content_type(&short), &short.body()[..]),
        ("text/short", &b"it s"[..])
    );
    assert_eq!(content_type(&sent(&error, "*/*")), "application/json");
}

#[test]
fn facts_of_a_negotiated_format() {
    let format = FormatVtable::new::<Negotiated<(Short, Problem, Html)>>();
    assert_eq!(format.name(), "negotiated(short, problem, html)");
    assert_eq!(format.content_type(), "text/short");
    assert_eq!(format.reserved()[..2], ["own", "type"]);
    assert_eq!(format.reserved().len(), 1 + Problem::<true>::RESERVED.len());
    assert!(!format.is_cacheable_in(&Context::new()));
    assert_eq!(format.limits().text, 4);
}
