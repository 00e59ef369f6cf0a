//! Formats that users write: what they can read of an error, and what happens if they fail.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

use errcode::format::Problem;
use errcode::format::{Body, DetailMap, Format, FormatError, Occurrence};
use errcode::{ApiError, ApiErrorExt, Context};
use http::{HeaderMap, HeaderValue};
use serde::Serialize;
use tracing::Level;

use crate::answer::answer;
use crate::log::logged;

/// Lifts one detail out and writes the rest as a whole.
struct Stripe;

impl Format for Stripe {
    const NAME: &'static str = "stripe";
    const CONTENT_TYPE: &'static str = "application/json";
    fn write(e: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let details = e.details();
        body.json(&serde_json::json!({
            "title": e.title(), "status": e.status().as_u16(), "param": details.get("param"),
            "names": details.iter().map(|(name, _)| name).collect::<Vec<_>>(), "all": details,
        }))
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("param")]
#[api(format = Stripe, status = 400, code = "PARAM")]
struct Invalid {
    #[api(public)]
    param: Vec<u8>,
    #[api(public)]
    zeta: u64,
    #[api(public)]
    alpha: &'static str,
}

#[test]
fn details_one_by_one_and_as_a_whole() {
    let error = Invalid {
        param: vec![1, 2],
        zeta: u64::MAX,
        alpha: "a",
    };
    let body: serde_json::Value = serde_json::from_str(&answer(&error).body).unwrap();
    assert_eq!(body["param"], serde_json::json!([1, 2]));
    assert_eq!(body["names"], serde_json::json!(["param", "zeta", "alpha"]));
    assert_eq!(body["all"]["zeta"], serde_json::json!(u64::MAX));
    assert_eq!(
        (&body["title"], &body["status"]),
        (&"Bad Request".into(), &400.into())
    );
}

/// Fails as long as there are details, or always.
struct Picky<const ALWAYS: bool>;

impl<const ALWAYS: bool> Format for Picky<ALWAYS> {
    const NAME: &'static str = "picky";
    const CONTENT_TYPE: &'static str = "text/plain";
    fn write(e: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.write_str("half a body")?;
        if ALWAYS || !e.details().is_empty() {
            return Err(FormatError::from(std::fmt::Error));
        }
        Ok(())
    }
}

type Sometimes = Picky<false>;
type Never = Picky<true>;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("sometimes")]
#[api(format = Sometimes, status = 400, code = "SOMETIMES")]
struct FailsWithDetails {
    #[api(public)]
    detail: u8,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("never")]
#[api(format = Never, status = 400, code = "NEVER")]
struct Fails {
    #[api(public)]
    detail: u8,
}

#[test]
fn a_format_that_fails_is_asked_again_without_details() {
    let answer_of = |error: &dyn ApiError| {
        let answer = answer(error);
        (
            answer.status,
            answer.header("content-type").unwrap().to_owned(),
            answer.body,
        )
    };
    assert_eq!(
        answer_of(&FailsWithDetails { detail: 1 }),
        (400, "text/plain".to_owned(), "half a body".to_owned())
    );
    let problem = r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"never","code":"NEVER"}"#;
    assert_eq!(
        answer_of(&Fails { detail: 1 }),
        (
            400,
            "application/problem+json".to_owned(),
            problem.to_owned()
        )
    );
}
/// A format whose details stand beside what it writes itself.
struct Beside;

#[derive(Serialize)]
struct BesideBody<'a> {
    message: Cow<'a, str>,
    #[serde(flatten)]
    details: DetailMap,
}

impl Format for Beside {
    const NAME: &'static str = "beside";
    const CONTENT_TYPE: &'static str = "application/json";
    const RESERVED: &'static [&'static str] = &["message"];
    fn write(e: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.json(&BesideBody {
            message: e.message(),
            details: e.details(),
        })
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
enum InBeside {
    #[error("spread")]
    #[api(status = 400, code = "SPREAD")]
    Spread(#[api(flatten)] BTreeMap<&'static str, u8>),

    #[error(transparent)]
    #[api(transparent, allow(mixed_format))]
    Inner(InFlatFormat),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("inner")]
#[api(format = flat, status = 400, code = "INNER")]
struct InFlatFormat {
    #[api(public)]
    message: u8,
    #[api(public)]
    size: u8,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(transparent, format = Beside)]
struct Outer(InBeside);

#[test]
fn a_format_of_ones_own_keeps_its_names() {
    let spread = InBeside::Spread([("message", 1), ("size", 2)].into());
    assert_eq!(
        answer(&Outer(spread)).body,
        r#"{"message":"spread","size":2}"#
    );
    let inner = InBeside::Inner(InFlatFormat {
        message: 1,
        size: 2,
    });
    assert_eq!(
        answer(&Outer(inner)).body,
        r#"{"message":"inner","size":2}"#
    );
}

/// A built-in format with one member more, a short limit, and a media type that the request chooses.
struct Extended;

impl Format for Extended {
    const NAME: &'static str = "extended";
    const CONTENT_TYPE: &'static str = "application/problem+json";
    const RESERVED: &'static [&'static str] = &["help"];
    const TEXT_LIMIT: usize = 8;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| {
            Problem::<true>::write_members(error, object)?;
            object.member("help", "/help")
        })
    }

    fn content_type(error: &Occurrence<'_>) -> HeaderValue {
        let accepts = |media_type| error.context().accept() == Some(media_type);
        HeaderValue::from_static(if accepts("application/json") {
            "application/json"
        } else {
            Self::CONTENT_TYPE
        })
    }

    fn headers(_: &Occurrence<'_>, headers: &mut HeaderMap) {
        headers.append("vary", HeaderValue::from_static("accept"));
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Extended)]
enum InExtended {
    #[error("12345678")]
    #[api(status = 404, code = "FITS", header("Vary" = "origin"))]
    Fits,
    #[error("1234567é")]
    #[api(status = 404, code = "CUT")]
    Cut,
    #[error("fixed")]
    #[api(status = 404, code = "FIXED", message = "the message")]
    Fixed {
        #[api(flatten)]
        map: BTreeMap<&'static str, u8>,
    },
}

#[test]
fn a_format_adds_a_member_to_a_built_in_one() {
    let start = r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"#;
    let body = answer(&InExtended::Fits).body;
    let expected = r#""12345678","code":"FITS","help":"/help"}"#;
    assert_eq!(body, format!("{start}{expected}"));
    let map = BTreeMap::from([("a", 1)]);
    let body = answer(&InExtended::Fixed { map }).body;
    let expected = r#""the mess","code":"FIXED","errors":{"a":1},"help":"/help"}"#;
    assert_eq!(body, format!("{start}{expected}"));
}

#[test]
fn a_text_beyond_the_formats_limit_is_cut_and_logged_each_time() {
    for _ in 0..3 {
        let events = logged(Level::WARN, || {
            let body = answer(&InExtended::Cut).body;
            assert!(body.contains(r#""1234567","#), "{body}");
        });
        let [event] = &*events else {
            panic!("{events:?}");
        };
        assert!(
            event.contains("was cut") && event.contains("limit=8"),
            "{event}"
        );
    }
    let events = logged(Level::WARN, || {
        answer(&InExtended::Fits);
    });
    assert_eq!(events, [""; 0]);
    assert_eq!(InExtended::Cut.message(), "1234567");
}

#[test]
fn a_format_chooses_its_media_type_by_the_request() {
    let sent = |accept: &[u8]| {
        let context = Context::new().with_accept(accept);
        let response = errcode::to_response_with(&InExtended::Fits, &context);
        let vary = response.headers().get_all("vary").iter().cloned();
        let vary: Vec<_> = vary.collect();
        assert_eq!(vary, ["origin", "accept"]);
        response.headers()["content-type"].clone()
    };
    assert_eq!(sent(b"application/json"), "application/json");
    assert_eq!(sent(b"text/html"), "application/problem+json");
}
