//! What is logged (feature `tracing`): one event for each response, and whatever was left out.

use std::fmt;

use crate::{ApiError, Code, Occurrence};

/// Says what was left out of a response, and why.
#[cfg(feature = "tracing")]
pub(crate) fn dropped(code: Code, what: &str, why: &dyn fmt::Display) {
    tracing::warn!(
        target: "errcode",
        code = code.as_str(),
        left_out = %text(&what),
        reason = %text(why),
        "part of an error response was left out"
    );
}

/// The one event of a response: an error for a 5xx, else a debug line.
#[cfg(feature = "tracing")]
pub(crate) fn response(error: &Occurrence<'_>) {
    let status = error.status();
    if status.is_server_error() {
        event(error, |fields| {
            tracing::error!(
                target: "errcode",
                code = fields.code,
                status = status.as_u16(),
                hidden = fields.hidden,
                instance = fields.instance,
                request_id = fields.request_id,
                chain = fields.chain,
                "{}",
                fields.display
            );
        });
    } else if tracing::enabled!(target: "errcode", tracing::Level::DEBUG) {
        event(error, |fields| {
            tracing::debug!(
                target: "errcode",
                code = fields.code,
                status = status.as_u16(),
                hidden = fields.hidden,
                instance = fields.instance,
                request_id = fields.request_id,
                chain = fields.chain,
                "{}",
                fields.display
            );
        });
    }
}

#[cfg(feature = "tracing")]
struct Fields<'a> {
    code: &'a str,
    hidden: Option<&'a str>,
    instance: Option<&'a str>,
    request_id: Option<&'a str>,
    chain: Option<&'a str>,
    display: &'a str,
}

/// How many sources are read at most, as a chain of them may be endless.
const DEPTH: usize = 32;

#[cfg(feature = "tracing")]
fn event(error: &Occurrence<'_>, log: impl FnOnce(Fields<'_>)) {
    let display = text(error.error());
    let chain = sources(error.error()).collect::<Vec<_>>().join(": ");
    let instance = error.context().instance().map(|instance| text(&instance));
    log(Fields {
        code: error.code().as_str(),
        hidden: error.error().hidden().map(|entry| entry.code().as_str()),
        instance: instance.as_deref(),
        request_id: error.context().request_id(),
        chain: (!chain.is_empty()).then_some(&*chain),
        display: &display,
    });
}

/// The texts of an error's sources, the nearest first.
pub(crate) fn sources(error: &dyn ApiError) -> impl Iterator<Item = String> {
    let first = error.source();
    std::iter::successors(first, |source| source.source())
        .take(DEPTH)
        .map(text)
}

/// A value's `Display` as one line of at most 4 KiB, control characters escaped.
pub(crate) fn text<T: fmt::Display + ?Sized>(value: &T) -> String {
    use crate::message::{Escaped, Outcome, bounded};

    let mut text = String::new();
    let mut escaped = Escaped(&mut text);
    let outcome = bounded(&mut escaped, |out| write!(out, "{value}"));
    match outcome {
        Outcome::Whole => {}
        Outcome::Cut => text.push_str("..."),
        Outcome::Failed => text.push_str("<`Display` failed>"),
    }
    text
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn dropped(_: Code, _: &str, _: &dyn fmt::Display) {}

#[cfg(not(feature = "tracing"))]
pub(crate) fn response(_: &Occurrence<'_>) {}
