//! The bodies: each built-in format byte for byte, and formats of one's own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

use crate::answer::{answer, answer_with};
use errcode::format::{Body, Format, FormatError, Occurrence};
use errcode::{ApiError, ApiErrorExt, Code, Context};
use serde::Serialize;

/// The same variants in every format.
macro_rules! in_format {
    ($name:ident, $($format:tt)*) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[api(format = $($format)*)]
        enum $name {
            #[error("slug `{slug}` is \"taken\"")]
            #[api(status = 409, code = "SLUG_TAKEN", category = "invalid_request")]
            #[api(type = "https://example.com/errors/{code}", title = "Slug taken")]
            Taken {
                #[api(public)]
                slug: String,
                #[api(public = "tried")]
                attempts: Option<u32>,
                #[api(flatten)]
                fields: BTreeMap<String, String>,
            },
            #[error("gone")]
            #[api(status = 410, code = "GONE")]
            Gone,
            #[error("Gone for good")]
            #[api(status = 410, code = "GONE_FOR_GOOD", message = "Gone", allow(duplicate_code))]
            SameAsTitle,
            #[error("pw=1")]
            #[api(status = 500, code = "INTERNAL")]
            Internal,
        }

        impl $name {
            fn taken(attempts: Option<u32>, fields: &[(&str, &str)]) -> Self {
                Self::Taken {
                    slug: "pdf\n".to_owned(),
                    attempts,
                    fields: fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
                }
            }
        }
    };
}

in_format!(InNested, nested);
in_format!(InFlat, flat);
in_format!(InProblem, problem);
in_format!(InCodeless, problem(code = false));
in_format!(InMeili, Meili);
in_format!(InXml, self::S3);

#[test]
fn nested() {
    let taken = answer(&InNested::taken(Some(2), &[("name", "is required")]));
    assert_eq!(taken.status, 409);
    assert_eq!(taken.header("content-type"), Some("application/json"));
    assert_eq!(
        taken.body,
        r#"{"error":{"code":"SLUG_TAKEN","message":"slug `pdf\n` is \"taken\"","details":{"slug":"pdf\n","tried":2,"name":"is required"}}}"#
    );
    assert_eq!(
        answer(&InNested::Gone).body,
        r#"{"error":{"code":"GONE","message":"gone"}}"#
    );
    assert_eq!(
        answer(&InNested::Internal).body,
        r#"{"error":{"code":"INTERNAL","message":"Internal Server Error"}}"#
    );
}

#[test]
fn flat() {
    let taken = answer(&InFlat::taken(None, &[]));
    assert_eq!(taken.header("content-type"), Some("application/json"));
    assert_eq!(
        taken.body,
        r#"{"code":"SLUG_TAKEN","detail":"slug `pdf\n` is \"taken\"","details":{"slug":"pdf\n"}}"#
    );
    assert_eq!(
        answer(&InFlat::Gone).body,
        r#"{"code":"GONE","detail":"gone"}"#
    );
}

#[test]
fn problem() {
    let context = Context::new().with_instance("/skills/pdf");
    let taken = answer_with(
        &InProblem::taken(Some(2), &[("type", "x"), ("status", "y")]),
        &context,
    );
    assert_eq!(
        taken.header("content-type"),
        Some("application/problem+json")
    );
    assert_eq!(
        taken.body,
        r#"{"type":"https://example.com/errors/SLUG_TAKEN","title":"Slug taken","status":409,"detail":"slug `pdf\n` is \"taken\"","instance":"/skills/pdf","code":"SLUG_TAKEN","slug":"pdf\n","tried":2,"errors":{"status":"y","type":"x"}}"#
    );
    // A detail that says no more than the title is left out; with `about:blank` the title is the phrase.
    for error in [InProblem::SameAsTitle, InProblem::Gone] {
        assert!(
            answer(&error)
                .body
                .starts_with(r#"{"type":"about:blank","title":"Gone","status":410,"#)
        );
    }
    assert_eq!(
        answer(&InProblem::SameAsTitle).body,
        r#"{"type":"about:blank","title":"Gone","status":410,"code":"GONE_FOR_GOOD"}"#
    );
    assert_eq!(
        answer(&InProblem::Internal).body,
        r#"{"type":"about:blank","title":"Internal Server Error","status":500,"code":"INTERNAL"}"#
    );
}

#[test]
fn problem_without_code() {
    assert_eq!(
        answer(&InCodeless::Gone).body,
        r#"{"type":"about:blank","title":"Gone","status":410,"detail":"gone"}"#
    );
    assert_eq!(InCodeless::Gone.code(), "GONE");
    assert_eq!(
        answer(&InCodeless::taken(None, &[("a", "b")])).body,
        r#"{"type":"https://example.com/errors/SLUG_TAKEN","title":"Slug taken","status":409,"detail":"slug `pdf\n` is \"taken\"","slug":"pdf\n","errors":{"a":"b"}}"#
    );
}

// Meilisearch's body, in fifteen lines.
struct Meili;

#[derive(Serialize)]
struct MeiliBody<'a> {
    message: Cow<'a, str>,
    code: Code,
    r#type: Option<&'a str>,
    link: &'a str,
}

impl Format for Meili {
    const NAME: &'static str = "meilisearch";
    const CONTENT_TYPE: &'static str = "application/json";
    fn write(e: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.json(&MeiliBody {
            message: e.message(),
            code: e.code(),
            r#type: e.category(),
            link: e.type_uri(),
        })
    }
}

#[test]
fn a_json_format_of_ones_own() {
    assert_eq!(
        answer(&InMeili::taken(None, &[])).body,
        r#"{"message":"slug `pdf\n` is \"taken\"","code":"SLUG_TAKEN","type":"invalid_request","link":"https://example.com/errors/SLUG_TAKEN"}"#
    );
}

/// An S3 document.
struct S3;

impl Format for S3 {
    const NAME: &'static str = "s3";
    const CONTENT_TYPE: &'static str = "application/xml";
    fn write(e: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        use quick_xml::escape::escape;
        let message = e.message();
        let details = e.details();
        write!(
            body,
            "<Error><Code>{}</Code><Message>{}</Message>",
            e.code(),
            escape(&*message)
        )?;
        if let Some(slug) = details.text("slug") {
            write!(body, "<Resource>{}</Resource>", escape(&*slug))?;
        }
        if let Some(id) = e.context().request_id() {
            write!(body, "<RequestId>{id}</RequestId>")?;
        }
        Ok(write!(body, "</Error>")?)
    }
}

#[test]
fn an_xml_format_of_ones_own() {
    let context = Context::new().with_request_id("4442587FB7D0A2F9").unwrap();
    let answer = answer_with(&InXml::taken(None, &[]), &context);
    assert_eq!(answer.header("content-type"), Some("application/xml"));
    assert_eq!(
        answer.body,
        "<Error><Code>SLUG_TAKEN</Code><Message>slug `pdf\n` is &quot;taken&quot;</Message><Resource>pdf\n</Resource><RequestId>4442587FB7D0A2F9</RequestId></Error>"
    );
}

#[test]
fn the_outermost_type_decides_the_format() {
    #[derive(Debug, thiserror::Error, ApiError)]
    #[api(format = flat)]
    enum Outer {
        #[error(transparent)]
        #[api(transparent, allow(mixed_format))]
        Inner(#[from] InProblem),
    }
    let outer = Outer::from(InProblem::taken(None, &[("slug", "forged"), ("name", "x")]));
    assert_eq!(
        answer(&outer).body,
        r#"{"code":"SLUG_TAKEN","detail":"slug `pdf\n` is \"taken\"","details":{"slug":"pdf\n","name":"x"}}"#
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem(code = false))]
enum Hiding {
    #[error("not found")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    #[error("forbidden")]
    #[api(status = http::StatusCode::FORBIDDEN, code = "FORBIDDEN")]
    Forbidden,
    // For the log alone: a client never compares them.
    #[error("hidden")]
    #[api(hide_as = NotFound, status = 403, code = "HIDDEN")]
    Hidden,
    #[error("hidden too")]
    #[api(hide_as = NotFound, status = 404, code = "HIDDEN_TOO")]
    HiddenToo,
}

#[test]
fn what_hides_is_never_compared_without_a_code() {
    let body = r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"not found"}"#;
    for error in [Hiding::NotFound, Hiding::Hidden, Hiding::HiddenToo] {
        assert_eq!(answer(&error).body, body);
    }
    assert_eq!(answer(&Hiding::Forbidden).status, 403);
}
