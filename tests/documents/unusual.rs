//! Unusual catalogs: members called `error`, mixed formats, and statuses chosen at run time.

use errcode::ApiError;
use errcode::format::{Body, Format, FormatError, Occurrence};
use serde::Serialize;

/// The value of a public field called `error`.
#[derive(Debug, Serialize)]
pub(crate) struct Cause {
    code: &'static str,
    line: u32,
}

const CAUSE: Cause = Cause {
    code: "upstream",
    line: 7,
};

/// Problems with a member `error`, which is an object.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem)]
pub(crate) enum ImportError {
    #[error("line {} can't be read", error.line)]
    #[api(status = 422, code = "unreadable")]
    #[api(example(Self::Unreadable { error: CAUSE }))]
    Unreadable {
        #[api(public)]
        error: Cause,
    },
    #[error("the file is too long")]
    #[api(status = 413, code = "too_long")]
    TooLong,
    /// In a JavaScript object literal this name sets the prototype.
    #[error("the file is made from another")]
    #[api(status = 400, code = "__proto__")]
    Prototype,
}

/// A custom format with the same member.
pub(crate) struct Envelope;

impl Format for Envelope {
    const NAME: &'static str = "envelope";
    const CONTENT_TYPE: &'static str = "application/json";

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        #[derive(Serialize)]
        struct Envelope<'a> {
            code: errcode::Code,
            error: &'a Cause,
        }
        body.json(&Envelope {
            code: error.code(),
            error: &CAUSE,
        })
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = Envelope)]
pub(crate) enum QueueError {
    #[error("the queue is full")]
    #[api(status = 503, code = "queue_full")]
    Full,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = nested)]
pub(crate) enum SearchError {
    #[error("the query is empty")]
    #[api(status = 400, code = "empty_query")]
    Empty,
    #[error("the words of the query are of no language")]
    #[api(status = 400, code = "ошибка_日本", allow(code_style))]
    NoLanguage,
    /// An error with a long description, about an index that does not exist.
    #[error("the index is not ready")]
    #[api(
        status = 409,
        code = "the_index_cannot_be_searched_because_it_is_being_built_anew_after_a_change_of_its_settings_and_nobody_knows_for_how_long_that_will_take"
    )]
    NotReady,
}

/// Errors without a code. One of them has the status of the response of another service.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem(code = false))]
pub(crate) enum ProxyError {
    #[error("there is no such route")]
    #[api(status = 404, code = "no_route")]
    NoRoute,
    #[error("the upstream answered {0}")]
    #[api(status = 502, code = "upstream")]
    #[api(example("as declared", Self::Upstream(502)))]
    #[api(example("as answered", Self::Upstream(504)))]
    Upstream(#[api(status)] u16),
    #[error("the quota is used up")]
    #[api(status = 429, code = "quota", type = "quota")]
    #[api(example("now", Self::Quota(429)))]
    #[api(example("for today", Self::Quota(403)))]
    Quota(#[api(status)] u16),
}

errcode::catalog! {
    /// Bodies that are the error itself, with any members.
    pub(crate) static WHOLE: Catalog = {
        title: "Whole bodies",
        types: [ImportError, QueueError],
        allow: [mixed_format],
    };
}

errcode::catalog! {
    /// The same, next to bodies with the error in a member `error`.
    pub(crate) static MIXED: Catalog = {
        title: "Mixed bodies",
        types: [ImportError, QueueError, SearchError, ProxyError],
        allow: [mixed_format],
    };
}
