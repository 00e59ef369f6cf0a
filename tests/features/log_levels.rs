//! What a variant says of its log event: the level, and fields that are for the log alone.

use std::error::Error as StdError;
use std::fmt;

use errcode::ApiError;
use errcode::catalog::{Entry, LogLevel, StaticEntry};
use serde::{Serialize, Serializer};
use tracing::Level;

use crate::answer::answer;
use crate::log::logged;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("error")]
#[api(format = flat, log = "info")]
enum Error {
    #[api(status = 503, code = "DEFAULT")]
    Default,
    #[api(status = 400, code = "SERIOUS", log = "error")]
    Serious,
    #[api(status = 400, code = "WARNED", log = "warn")]
    Warned,
    #[api(status = 503, code = "QUIET", log = "debug")]
    Quiet,
    #[api(status = 500, code = "SILENT", log = "off")]
    Silent,
    #[api(status = 404, code = "NOT_FOUND", log = "off")]
    NotFound,
    #[api(status = 403, code = "FORBIDDEN", hide_as = NotFound, log = "warn")]
    Private {
        #[api(log)]
        owner: u32,
    },
    #[api(transparent)]
    Inner(#[from] Inner),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("inner")]
#[api(status = 409, code = "INNER", message = "inner", log = "warn")]
struct Inner {
    #[api(public)]
    slug: &'static str,
    #[api(log)]
    plan: Option<u8>,
    #[api(log, with = std::time::Duration::as_secs)]
    pause: std::time::Duration,
    #[api(log, public)]
    both: bool,
    secret: &'static str,
}

fn lines(error: &Error) -> Vec<String> {
    logged(Level::TRACE, || {
        answer(error);
    })
}

#[test]
fn the_level_is_the_variants_or_the_types() {
    for (error, level) in [
        (Error::Default, " INFO"),
        (Error::Serious, "ERROR"),
        (Error::Warned, " WARN"),
        (Error::Quiet, "DEBUG"),
    ] {
        let lines = lines(&error);
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(lines[0].starts_with(level), "{lines:?}");
    }
    assert_eq!(lines(&Error::Silent), [""; 0]);
    assert_eq!(lines(&Error::NotFound), [""; 0]);
}

#[test]
fn a_hidden_variant_is_logged_as_it_says_itself() {
    let lines = lines(&Error::Private { owner: 7 });
    assert_eq!(
        lines,
        [
            r#" WARN errcode: error error.type="NOT_FOUND" http.response.status_code=404 error.hidden="FORBIDDEN" error.fields="{\"owner\":7}""#
        ]
    );
}

#[test]
fn public_and_logged_fields_are_in_the_event_as_one_object() {
    let error = Inner {
        slug: "pdf\n",
        plan: Some(3),
        pause: std::time::Duration::from_secs(4),
        both: true,
        secret: "pw=1",
    };
    assert_eq!(error.secret, "pw=1");
    let body = answer(&error).body;
    assert_eq!(
        body,
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"inner","code":"INNER","slug":"pdf\n","both":true}"#
    );
    let lines = lines(&error.into());
    assert_eq!(lines.len(), 1);
    let fields = r#"error.fields="{\"slug\":\"pdf\\n\",\"both\":true,\"plan\":3,\"pause\":4}""#;
    assert!(lines[0].contains(fields), "{lines:?}");
    assert!(!lines[0].contains("pw=1"), "{lines:?}");
}

/// Fails or panics as it is told.
#[derive(Debug)]
struct Wild(&'static str);

impl fmt::Display for Wild {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            "fail" => Err(fmt::Error),
            "panic" => panic!("a bug in `Display`"),
            text => f.write_str(text),
        }
    }
}

impl StdError for Wild {}

impl Serialize for Wild {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            "panic" => panic!("a bug in `Serialize`"),
            text => serializer.serialize_str(text),
        }
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Bug {
    #[error("{0}")]
    #[api(status = 500, code = "INTERNAL")]
    Internal(#[source] Wild),
    #[error("{0}")]
    #[api(status = 409, code = "SHOWN", expose)]
    Shown(Wild),
    #[error("fields")]
    #[api(status = 409, code = "FIELDS", message = "fields")]
    Fields {
        #[api(log)]
        wild: Wild,
        #[api(public)]
        slug: &'static str,
    },
}

#[test]
fn a_display_that_fails_or_panics_costs_its_text_alone() {
    for how in ["fail", "panic"] {
        let lines = logged(Level::ERROR, || {
            let answer = answer(&Bug::Internal(Wild(how)));
            assert_eq!(answer.status, 500);
            assert_eq!(
                answer.body,
                r#"{"code":"INTERNAL","detail":"Internal Server Error"}"#
            );
        });
        assert_eq!(lines.len(), 1, "{lines:?}");
        assert!(
            lines[0].contains(r#"<`Display` failed> error.type="INTERNAL""#),
            "{lines:?}"
        );
        let shown = answer(&Bug::Shown(Wild(how)));
        assert_eq!(
            shown.body, r#"{"code":"SHOWN","detail":"Conflict"}"#,
            "{how}"
        );
    }
}

#[test]
fn a_logged_field_that_panics_costs_the_fields_alone() {
    let lines = logged(Level::DEBUG, || {
        let answer = answer(&Bug::Fields {
            wild: Wild("panic"),
            slug: "a",
        });
        assert!(answer.body.contains(r#""slug":"a""#));
    });
    assert!(lines[0].contains("<the fields failed>"), "{lines:?}");
}

#[test]
fn a_hand_written_error_states_its_level() {
    #[derive(Debug, thiserror::Error)]
    #[error("by hand")]
    struct ByHand;

    impl ApiError for ByHand {
        fn entry(&self) -> Entry {
            const {
                &StaticEntry::new(500, errcode::Code::new("BY_HAND"))
                    .with_log_level(LogLevel::Warn)
            }
            .entry()
        }
    }

    let lines = logged(Level::TRACE, || errcode::log(&ByHand));
    assert_eq!(
        lines,
        [r#" WARN errcode: by hand error.type="BY_HAND" http.response.status_code=500"#]
    );
}
