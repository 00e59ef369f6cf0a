//! Section 4 of the contract: what the client reads, what it never reads, and how much of it.

use std::borrow::Cow;
use std::fmt;
use std::path::PathBuf;

use crate::answer::answer;
use errcode::catalog::{Entry, StaticEntry};
use errcode::{ApiError, ApiErrorExt, Code};

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Error {
    #[error("display {a}")]
    #[api(status = 400, code = "DISPLAY")]
    Display {
        #[api(public)]
        a: u8,
    },
    #[error("secret {secret}")]
    #[api(
        status = 400,
        code = "MESSAGE",
        message = "{a} and {b:?}, {{literal}}, {type:>width$.2}"
    )]
    Message {
        a: u8,
        b: PathBuf,
        r#type: &'static str,
        width: usize,
        secret: &'static str,
    },
    #[error("secret {1}")]
    #[api(status = 400, code = "TUPLE", message = "{0:03}{0}")]
    Tuple(u8, &'static str),
    #[error("secret")]
    #[api(status = 400, code = "FIXED", message = "fixed {{}}")]
    Fixed(#[source] std::io::Error),
    #[error("secret")]
    #[api(status = 503, code = "MESSAGE_5XX", message = "busy, {0} waiting")]
    Busy(u8),
    #[error("shown {0}")]
    #[api(status = 500, code = "EXPOSED", expose)]
    Exposed(std::num::ParseIntError),
    #[error("secret")]
    #[api(status = 400, code = "FUNCTION", message = Self::text)]
    Function { count: u8, secret: &'static str },
    #[error("secret")]
    #[api(status = 400, code = "STATIC_FUNCTION", message = fixed)]
    StaticFunction,
    #[error("secret {0}")]
    #[api(status = 502, code = "SERVER")]
    Server(std::io::Error),
    #[error("secret {status}")]
    #[api(status = 404, code = "RUN_TIME")]
    RunTime {
        #[api(status)]
        status: u16,
    },
    #[error("secret")]
    #[api(status = 304, code = "NOT_MODIFIED", allow(non_error_status))]
    NotModified,
}

impl Error {
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Function { count, .. } => format!("{count} times").into(),
            _ => "".into(),
        }
    }
}

fn fixed(_: &Error) -> &'static str {
    "a text"
}

fn detail(error: &Error) -> String {
    let body: serde_json::Value = serde_json::from_str(&answer(error).body).unwrap();
    let detail = body["detail"].as_str().unwrap().to_owned();
    assert_eq!(detail, error.message());
    detail
}

#[test]
fn each_rule() {
    let io = || std::io::Error::other("pw=1");
    assert_eq!(detail(&Error::Display { a: 1 }), "display 1");
    let message = Error::Message {
        a: 1,
        b: "/x".into(),
        r#type: "abc",
        width: 4,
        secret: "pw",
    };
    assert_eq!(detail(&message), "1 and \"/x\", {literal},   ab");
    assert_eq!(detail(&Error::Tuple(7, "pw")), "0077");
    assert_eq!(detail(&Error::Fixed(io())), "fixed {}");
    assert_eq!(detail(&Error::Busy(3)), "busy, 3 waiting");
    let parse = "x".parse::<u8>().unwrap_err();
    assert_eq!(
        detail(&Error::Exposed(parse)),
        "shown invalid digit found in string"
    );
    assert_eq!(
        detail(&Error::Function {
            count: 2,
            secret: "pw"
        }),
        "2 times"
    );
    assert_eq!(detail(&Error::StaticFunction), "a text");
    assert_eq!(detail(&Error::Server(io())), "Bad Gateway");
}

#[test]
fn a_run_time_status_hides_display_whatever_it_is() {
    for (given, sent, phrase) in [
        (404, 404, "Not Found"),
        (409, 409, "Conflict"),
        (500, 500, "Internal Server Error"),
        (499, 499, "Client Error"),
        (599, 599, "Server Error"),
        // No error status: the declared one.
        (0, 404, "Not Found"),
        (200, 404, "Not Found"),
        (1000, 404, "Not Found"),
    ] {
        let error = Error::RunTime { status: given };
        assert_eq!(
            (answer(&error).status, detail(&error)),
            (sent, phrase.to_owned())
        );
        assert_eq!(error.status().as_u16(), sent);
    }
}

#[test]
fn a_304_has_neither_body_nor_content_type() {
    let answer = answer(&Error::NotModified);
    assert_eq!(
        (answer.status, answer.body.as_str(), answer.headers.len()),
        (304, "", 0)
    );
    assert_eq!(Error::NotModified.message(), "Not Modified");
}

/// A text that is as it is told.
#[derive(Debug)]
struct Text(fn(&mut fmt::Formatter<'_>) -> fmt::Result);

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

impl std::error::Error for Text {}

impl ApiError for Text {
    fn entry(&self) -> Entry {
        const { &StaticEntry::new(400, Code::new("TEXT")) }.entry()
    }
}

fn message_in_problem(error: &dyn ApiError) -> Option<String> {
    let body: serde_json::Value = serde_json::from_str(&answer(error).body).unwrap();
    assert_eq!(
        (&body["status"], &body["code"]),
        (&400.into(), &"TEXT".into())
    );
    body["detail"].as_str().map(str::to_owned)
}

#[test]
fn a_display_that_fails_leaves_the_reason_phrase() {
    for failing in [
        Text(|_| Err(fmt::Error)),
        Text(|f| f.write_str("half").and(Err(fmt::Error))),
    ] {
        assert_eq!(failing.message(), "Bad Request");
        // The title says the same, so that a problem has no detail.
        assert_eq!(message_in_problem(&failing), None);
    }
}

#[test]
fn a_long_text_is_cut_at_a_character() {
    let endless = Text(|f| {
        loop {
            f.write_str("héé\"\n")?;
        }
    });
    let cut = message_in_problem(&endless).unwrap();
    assert!((4096 - 4..=4096).contains(&cut.len()), "{}", cut.len());
    assert!(cut.chars().all(|letter| "hé\"\n".contains(letter)));
    assert_eq!(cut, endless.message());
}

#[test]
fn hostile_text_is_json() {
    let hostile = Text(|f| f.write_str("\u{0}\"\\</script>\u{2028}\u{7f}\r\n😀{}"));
    assert_eq!(
        message_in_problem(&hostile).unwrap(),
        "\u{0}\"\\</script>\u{2028}\u{7f}\r\n😀{}"
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("filled")]
#[api(format = flat, status = 400, code = "FILLED", message = "{a:}>4}{a:{<3}{a:$^3}.")]
struct Filled {
    #[api(public)]
    a: u8,
}

#[test]
fn a_brace_may_fill() {
    assert_eq!(
        Filled { a: 7 }.message(),
        format!("{a:}>4}{a:{<3}{a:$^3}.", a = 7)
    );
}
