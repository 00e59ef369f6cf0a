//! Bodies that are made once: kept for one entry in one format, and only while they are true.

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};

use errcode::format::Cacheable;
use errcode::format::{Body, Format, FormatError, Occurrence};
use errcode::{ApiError, Context};

use crate::answer::{answer, answer_with};

static SAID: AtomicU32 = AtomicU32::new(0);

/// A `Display` that says something else each time.
#[derive(Debug, ApiError)]
#[api(format = flat, status = 400, code = "COUNTED")]
struct Counted;

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", SAID.load(Ordering::Relaxed))
    }
}

impl std::error::Error for Counted {}

#[test]
fn a_display_that_changes_is_written_afresh() {
    for said in [1, 2, 22, 1, 12] {
        SAID.store(said, Ordering::Relaxed);
        for _ in 0..2 {
            let expected = format!(r#"{{"code":"COUNTED","detail":"{said}"}}"#);
            assert_eq!(answer(&Counted).body, expected);
        }
    }
}

/// A `Display` that goes on after an error.
#[derive(Debug, ApiError)]
#[api(format = flat, status = 400, code = "HEEDLESS", expose)]
struct Heedless(&'static str);

impl fmt::Display for Heedless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let _ = f.write_str(self.0);
        f.write_str("abc")
    }
}

impl std::error::Error for Heedless {}

#[test]
fn a_display_that_goes_on_after_an_error_is_written_afresh() {
    for said in ["", "x", "", "ab"] {
        let expected = format!(r#"{{"code":"HEEDLESS","detail":"{said}abc"}}"#);
        assert_eq!(answer(&Heedless(said)).body, expected);
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("fixed")]
#[api(status = 400, code = "FIXED")]
struct Fixed;

#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(transparent, format = nested)]
struct Outer(Fixed);

#[test]
fn one_entry_has_a_body_in_each_format() {
    for _ in 0..3 {
        assert!(answer(&Fixed).body.starts_with(r#"{"type":"about:blank""#));
        assert_eq!(
            answer(&Outer(Fixed)).body,
            r#"{"error":{"code":"FIXED","message":"fixed"}}"#
        );
    }
}

#[test]
fn the_requests_facts_are_never_kept() {
    for path in ["/a", "/b"] {
        let known = answer_with(&Fixed, &Context::new().with_instance(path));
        assert!(
            known.body.contains(&format!(r#""instance":"{path}""#)),
            "{}",
            known.body
        );
        assert!(!answer(&Fixed).body.contains("instance"));
    }
}

/// Writes the request's id, or says so that it does not.
struct WithId;

impl Format for WithId {
    const NAME: &'static str = "with id";
    const CONTENT_TYPE: &'static str = "text/plain";
    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.json(&(error.code(), error.context().request_id()))
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("with id")]
#[api(format = WithId, status = 400, code = "WITH_ID", message = "with id")]
struct ErrorWithId;

#[test]
fn a_format_of_ones_own_may_speak_of_the_request() {
    for id in ["1", "2"] {
        let context = Context::new().with_request_id(id).unwrap();
        assert_eq!(
            answer_with(&ErrorWithId, &context).body,
            format!(r#"["WITH_ID","{id}"]"#)
        );
        assert_eq!(answer(&ErrorWithId).body, r#"["WITH_ID",null]"#);
    }
}

static WRITTEN: AtomicU32 = AtomicU32::new(0);

/// Numbers its bodies, and states whether they may be kept.
struct Numbered<const KEPT: bool>;

impl<const KEPT: bool> Format for Numbered<KEPT> {
    const NAME: &'static str = "numbered";
    const CONTENT_TYPE: &'static str = "application/json";
    const CACHEABLE: Cacheable = if KEPT {
        Cacheable::Always
    } else {
        Cacheable::Never
    };
    fn write(_: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.json(&WRITTEN.fetch_add(1, Ordering::Relaxed))
    }
}

type Each = Numbered<false>;
type Once = Numbered<true>;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("incident")]
#[api(format = Each, status = 500, code = "INCIDENT")]
struct Incident;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("fixed")]
#[api(format = Once, status = 500, code = "MADE_ONCE")]
struct MadeOnce;

#[test]
fn only_a_cacheable_format_is_asked_once() {
    let bodies = |error: &dyn Fn() -> String| [error(), error(), error()];
    let [one, two, three] = bodies(&|| answer(&Incident).body);
    assert!(one != two && two != three && one != three);
    let [one, two, three] = bodies(&|| answer(&MadeOnce).body);
    assert!(one == two && two == three);
}
