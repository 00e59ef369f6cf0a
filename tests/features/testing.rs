//! The assertions for tests of services: each passes for the right response, and fails with a message that says why.

use std::path::PathBuf;
use std::time::Duration;

use errcode::testing::{
    Received, assert_all_hidden, assert_error, assert_hidden, assert_response,
    assert_response_with, assert_snapshot, collect, snapshot,
};
use errcode::{ApiError, Context, Documented, to_response, to_response_with};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum SkillError {
    #[error("slug `{slug}` is taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    #[api(example("short", Self::SlugTaken { slug: "pdf".into() }))]
    SlugTaken {
        #[api(public)]
        slug: String,
    },
    #[error("rate limited")]
    #[api(status = 429, code = "RATE_LIMITED")]
    RateLimited {
        #[api(header = "Retry-After")]
        retry_after: Duration,
    },
    #[error("storage failed")]
    #[api(status = 502, code = "STORAGE_ERROR")]
    Storage(#[from] std::io::Error),
    #[error("skill of {owner}")]
    #[api(hide_as = NotFound)]
    Private { owner: String },
    #[error("no such skill")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    #[error("upstream failed")]
    #[api(status = 500, code = "UPSTREAM")]
    Upstream(#[api(status)] u16),
}

fn taken(slug: &str) -> SkillError {
    SkillError::SlugTaken { slug: slug.into() }
}

fn limited(seconds: u64) -> SkillError {
    SkillError::RateLimited {
        retry_after: Duration::from_secs(seconds),
    }
}

#[test]
fn a_response_is_that_of_its_error() {
    assert_response(to_response(&taken("a")), &taken("a"));
    assert_response(to_response(&limited(3)), &limited(3));
    let headers = [
        ("Content-Type", "application/json"),
        ("x-more", "1"),
        ("RETRY-AFTER", "3"),
    ];
    let body = r#"{"code":"RATE_LIMITED","detail":"rate limited"}"#;
    assert_response(Received::new(429, headers, body), &limited(3));
}

#[test]
#[should_panic(
    expected = r#"the response is not that of the error `SLUG_TAKEN` (- expected, + received):
- {"code":"SLUG_TAKEN","detail":"slug `b` is taken","details":{"slug":"b"}}
+ {"code":"SLUG_TAKEN","detail":"slug `a` is taken","details":{"slug":"a"}}
                                       ^
"#
)]
fn a_mark_is_below_the_first_byte_of_a_body_that_differs() {
    assert_response(to_response(&taken("a")), &taken("b"));
}

#[test]
#[should_panic(expected = "received):\n- retry-after: 4\n+ retry-after: 3\n")]
fn a_header_that_differs_is_shown() {
    assert_response(to_response(&limited(3)), &limited(4));
}

#[test]
#[should_panic(expected = "- 429 Too Many Requests\n+ 409 Conflict\n- retry-after: 3\n- {\"code\"")]
fn all_that_differs_is_shown() {
    assert_response(to_response(&taken("a")), &limited(3));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no such skill")]
#[api(status = 404, code = "NOT_FOUND")]
struct Missing;

#[test]
fn a_response_to_a_known_request() {
    let context = Context::new().with_instance("/skills/pdf");
    assert_response_with(to_response_with(&Missing, &context), &Missing, &context);
}

#[test]
#[should_panic(expected = r#""instance":"/skills/pdf","code":"NOT_FOUND"}"#)]
fn the_facts_of_the_request_count() {
    let context = Context::new().with_instance("/skills/pdf");
    assert_response(to_response_with(&Missing, &context), &Missing);
}

#[test]
fn a_variant_is_known_by_status_and_code() {
    assert_error!(&to_response(&taken("a")), SkillError::SlugTaken);
    assert_error!(to_response(&limited(3)), SkillError::RateLimited,);
    assert_error!(&to_response(&SkillError::NotFound), SkillError::NotFound);
    // The client sees the variant that is named in `hide_as`.
    let private = SkillError::Private { owner: "a".into() };
    assert_error!(&to_response(&private), SkillError::NotFound);
    // The status is chosen at run time.
    let upstream = to_response(&SkillError::Upstream(503));
    assert_error!(&upstream, SkillError::Upstream);
    assert_error!(&to_response(&Missing), Missing);
    assert_error!(&to_response(&Missing), self::Missing);
}

#[test]
#[should_panic(
    expected = "the response is not `SkillError::NotFound` (- expected, + received):\n- 404 Not Found, code NOT_FOUND\n+ 409 Conflict\n+ {\"code\":\"SLUG_TAKEN\""
)]
fn another_variant_is_not_it() {
    assert_error!(&to_response(&taken("a")), SkillError::NotFound);
}

#[test]
#[should_panic(expected = "the response is not `Missing`")]
fn a_code_in_a_text_is_no_code() {
    let body = r#"{"code":"OTHER","detail":"not \"NOT_FOUND\", but NOT_FOUND"}"#;
    let headers = [("content-type", "application/json")];
    assert_error!(Received::new(404, headers, body), Missing);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("quota")]
enum Limits {
    #[api(format = problem(code = false), status = 403, code = "QUOTA", type = "/errors/quota")]
    Quota,
    #[api(format = problem(code = false), status = 403, code = "PLAN", type = "/errors/plan")]
    Plan,
    #[api(format = text, status = 400, code = "A-B", message = "use A-B")]
    Text,
    #[error(transparent)]
    #[api(transparent, allow(mixed_format))]
    Skill(SkillError),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("number {0}")]
#[api(format = nested, status = 400, code = 1001)]
struct Numbered(#[api(public = "n")] u16);

#[test]
fn a_code_that_is_not_text_or_not_written() {
    assert_error!(&to_response(&Numbered(7)), Numbered);
    assert_error!(&to_response(&Limits::Quota), Limits::Quota);
    assert_error!(&to_response(&Limits::Text), Limits::Text);
    let inner = to_response(&Limits::Skill(taken("a")));
    assert_error!(&inner, SkillError::SlugTaken);
}

#[test]
#[should_panic(expected = "- 403 Forbidden, type /errors/plan\n+ 403 Forbidden\n")]
fn another_type_is_not_it() {
    assert_error!(&to_response(&Limits::Quota), Limits::Plan);
}

#[test]
#[should_panic(expected = "- 400 Bad Request, code 1001\n")]
fn a_longer_number_is_not_it() {
    let body = r#"{"error":{"code":10010,"message":"a"}}"#;
    let headers = [("content-type", "application/json")];
    assert_error!(Received::new(400, headers, body), Numbered);
}

#[test]
#[should_panic(expected = "it is transparent, so name the variant of the type in it")]
fn a_transparent_variant_has_no_code() {
    let response = to_response(&Limits::Skill(taken("a")));
    assert_error!(&response, Limits::Skill);
}

#[test]
fn the_body_of_a_framework_is_collected() {
    use axum::response::IntoResponse;

    let runtime = tokio::runtime::Builder::new_current_thread();
    let response = { runtime }.build().unwrap().block_on(async {
        let body = axum::body::Body::new(Stream(vec!["b", "a"]));
        collect((axum::http::StatusCode::NOT_FOUND, body).into_response()).await
    });
    assert_eq!(
        (response.status().as_u16(), &response.body()[..]),
        (404, &b"ab"[..])
    );
}

/// Its parts, the last one first.
struct Stream(Vec<&'static str>);

impl axum::body::HttpBody for Stream {
    type Data = bytes::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<bytes::Bytes>, Self::Error>>> {
        let part = self.0.pop();
        std::task::Poll::Ready(part.map(|part| Ok(http_body::Frame::data(part.into()))))
    }
}

errcode::catalog! {
    static LIMITS: Catalog = { title: "Limits", types: [Limits] };
}

const SNAPSHOT: &str = r#"# Limits

## Quota: QUOTA

403 Forbidden
content-type: application/problem+json

{"type":"/errors/quota","title":"Forbidden","status":403,"detail":"quota"}

## Plan: PLAN
"#;

#[test]
fn a_snapshot_has_every_example() {
    let text = snapshot(&LIMITS);
    assert!(text.starts_with(SNAPSHOT), "{text}");
    // The type that decides is `Limits`, so that its format is that of the skills.
    assert!(
        text.contains("# Skill error\n\n## SlugTaken: SLUG_TAKEN\n\nshort:\n\n409 Conflict\n"),
        "{text}"
    );
    assert!(
        text.contains(r#""code":"SLUG_TAKEN","slug":"pdf"}"#),
        "{text}"
    );
    assert!(
        text.contains("## RateLimited: RATE_LIMITED\n\n(no example)\n"),
        "{text}"
    );
    assert!(snapshot(SkillError::CATALOG).contains(r#""details":{"slug":"pdf"}}"#));
}

fn file(name: &str, text: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_snapshot_is_the_text_of_a_file() {
    let path = file(
        "snapshot-same.txt",
        &snapshot(&LIMITS).replace('\n', "\r\n"),
    );
    assert_snapshot(&LIMITS, path);
}

#[test]
#[should_panic(
    expected = "snapshot-other.txt (- the file, + now):\n  ## Quota: QUOTA\n- 404 Not Found\n+ \n+ 403 Forbidden\n"
)]
fn a_snapshot_is_not_the_text_of_a_file() {
    let text = snapshot(&LIMITS);
    let path = file(
        "snapshot-other.txt",
        &text.replacen("\n403 Forbidden", "404 Not Found", 1),
    );
    assert_snapshot(&LIMITS, path);
}

#[test]
#[should_panic(expected = "Run the test with ERRCODE_UPDATE=1 to write it.")]
fn a_snapshot_without_a_file() {
    assert_snapshot(&LIMITS, "no/such/file.txt");
}

fn all(canary: &str) -> Vec<SkillError> {
    vec![
        taken("a"),
        limited(3),
        std::io::Error::other(canary.to_owned()).into(),
        SkillError::Private {
            owner: canary.to_owned(),
        },
        SkillError::NotFound,
        SkillError::Upstream(503),
    ]
}

#[test]
fn a_private_text_is_hidden() {
    for error in &all("canary-1")[2..4] {
        assert_hidden(error, "canary-1");
    }
    assert_all_hidden(&all("canary-1"), "canary-1");
}

#[test]
#[should_panic(
    expected = "the response of the error `SLUG_TAKEN` in the format flat contains \"canary-1\":\n409 Conflict\ncontent-type"
)]
fn a_public_text_is_not_hidden() {
    assert_hidden(&taken("canary-1"), "canary-1");
}

#[test]
#[should_panic(expected = "the error `SLUG_TAKEN` does not contain \"canary-1\"")]
fn a_text_that_is_not_there_proves_nothing() {
    assert_hidden(&taken("a"), "canary-1");
}

#[test]
#[should_panic(expected = "\"a b\" has characters that a format may escape")]
fn a_text_that_may_be_escaped_proves_nothing() {
    assert_hidden(&taken("a b"), "a b");
}

#[test]
#[should_panic(expected = "no value is given of the variants Storage, Upstream of `")]
fn a_variant_without_a_value_is_no_proof() {
    let mut errors = all("canary-1");
    errors.retain(|e| !matches!(e, SkillError::Storage(_) | SkillError::Upstream(_)));
    assert_all_hidden(&errors, "canary-1");
}

#[test]
#[should_panic(expected = "no error contains \"canary-1\"")]
fn values_without_the_text_prove_nothing() {
    assert_all_hidden(&all("other"), "canary-1");
}

#[test]
#[should_panic(expected = "the response of the error `SLUG_TAKEN`")]
fn one_variant_of_all_shows_the_text() {
    let mut errors = all("canary-1");
    errors.push(taken("canary-1"));
    assert_all_hidden(&errors, "canary-1");
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("generic")]
#[api(status = 500)]
enum Generic<T: std::fmt::Debug> {
    #[api(code = "A")]
    A(T),
    #[api(code = "B")]
    B,
}

#[test]
fn the_variants_of_a_generic_type_are_counted() {
    assert_all_hidden(&[Generic::A("canary-1"), Generic::B], "canary-1");
    assert_error!(&to_response(&Generic::A(1)), Generic::<i32>::A);
}
