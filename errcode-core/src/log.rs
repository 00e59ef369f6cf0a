//! Log events of what a response lacks (feature `tracing`), and texts that are safe to log.

use std::error::Error;
use std::fmt;

use errcode_rules::text::LIMIT;
use http::StatusCode;

use crate::Code;
use crate::message::{Escaped, Outcome, bounded};

/// Logs that a part of a response was left out, and why.
#[cfg(feature = "tracing")]
pub(crate) fn dropped(code: Code, what: &str, reason: &dyn fmt::Display) {
    tracing::warn!(
        target: "errcode",
        {
            "error.type" = code.as_str(),
            left_out = %text(&what),
            reason = %text(reason),
        },
        "part of an error response was left out"
    );
}

/// Logs that the status in a field is no error status, so that the declared one is sent.
#[cfg(feature = "tracing")]
pub(crate) fn replaced(code: Code, found: u16, sent: StatusCode) {
    tracing::warn!(
        target: "errcode",
        {
            "error.type" = code.as_str(),
            error.status = found,
            http.response.status_code = sent.as_u16(),
        },
        "the status in a field is no error status, so the declared one is sent"
    );
}

/// Says that a response is sent with another status than its error's.
#[cfg(feature = "tracing")]
pub(crate) fn overridden(code: Code, made: StatusCode, sent: StatusCode) {
    tracing::warn!(
        target: "errcode",
        {
            "error.type" = code.as_str(),
            error.status = made.as_u16(),
            http.response.status_code = sent.as_u16(),
        },
        "an error response is sent with another status than its error's"
    );
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn overridden(_: Code, _: StatusCode, _: StatusCode) {}

/// Logs that a message was cut at the limit of its format.
#[cfg(feature = "tracing")]
pub(crate) fn cut(code: Code, limit: usize) {
    tracing::warn!(
        target: "errcode",
        {
            "error.type" = code.as_str(),
            limit,
        },
        "the message of an error response was cut"
    );
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn dropped(_: Code, _: &str, _: &dyn fmt::Display) {}

#[cfg(not(feature = "tracing"))]
pub(crate) fn cut(_: Code, _: usize) {}

/// How many sources are read at most, as a chain of them may be endless.
const DEPTH: usize = 32;

/// The texts of an error's sources, the nearest first. A text with which the one before ends is left out, because many
/// errors show their source in their own text.
pub(crate) fn sources(error: &(dyn Error + '_), display: &str) -> Vec<String> {
    let sources = std::iter::successors(error.source(), |&source| source.source());
    let mut before = display.to_owned();
    let mut texts = Vec::new();
    for source in sources.take(DEPTH) {
        let text = text(source);
        if !before.ends_with(&text) {
            texts.push(text.clone());
        }
        before = text;
    }
    texts
}

/// A value's `Display` as one line of at most 4 KiB, control characters escaped.
pub(crate) fn text<T: fmt::Display + ?Sized>(value: &T) -> String {
    let mut text = String::new();
    let mut escaped = Escaped(&mut text);
    let outcome = bounded(&mut escaped, LIMIT, |out| write!(out, "{value}"));
    match outcome {
        Outcome::Whole => {}
        Outcome::Cut => text.push_str("..."),
        Outcome::Failed => text.push_str("<`Display` failed>"),
    }
    text
}
