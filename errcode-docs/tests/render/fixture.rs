//! A catalog that uses the whole grammar.

use std::collections::BTreeMap;
use std::time::Duration;

use errcode::ApiError;
use errcode_docs::{Document, Entry};

/// Errors about skills, `a|b`.
#[derive(Debug, thiserror::Error, ApiError)]
#[expect(dead_code, reason = "only the documents are tested")]
#[api(format = flat, group = "Skill | errors_", challenge = "Bearer")]
pub(crate) enum SkillError {
    /// The slug is already in use, `a|b`
    /// by \| <T> and [another skill][one].
    ///
    /// Second paragraph.
    ///
    /// # Causes
    /// - Somebody was faster
    ///   - by far
    ///
    /// ```text
    /// # Fix
    /// ```
    ///
    /// ## Below the causes
    ///
    /// More of them.
    ///
    /// # Notes
    ///
    /// Stay where they are.
    ///
    /// Fix
    /// ---
    /// Take another.
    ///
    /// # Scenario
    /// Publishing.
    ///
    /// # Example
    /// As below:
    ///
    /// [one]: https://example.com/one "One \"1\""
    #[error("slug `{slug}` is taken")]
    #[api(
        status = 409,
        code = "SLUG_TAKEN",
        category = "conflict",
        title = "Taken"
    )]
    #[api(type = "https://example.com/errors#{code}")]
    #[api(example("first", Self::SlugTaken { slug: "pdf".into(), wait: Some(Duration::ZERO), tags: None, by: Whom }))]
    SlugTaken {
        /// The slug that was
        /// asked for.
        #[api(public)]
        slug: String,
        /// Until it is free.
        #[api(header = "Retry-After")]
        wait: Option<Duration>,
        #[api(public)]
        tags: Option<Vec<String>>,
        /// Who has it.
        ///
        /// - Or had it.
        #[api(public = "taken_by")]
        by: Whom,
    },
    /// Never sent.
    #[error("archived")]
    #[deprecated(since = "1.2.0", note = "use | `GONE`")]
    #[api(status = 410, code = "ARCHIVED", header("Link" = "<https://example.com>"))]
    Archived,
    /// HIDDEN-DOC
    #[doc(hidden)]
    #[error("hidden")]
    #[api(status = 400, code = "HIDDEN")]
    Hidden,
    /// PRIVATE-DOC
    #[error("private")]
    #[api(hide_as = Archived)]
    Private,
    /// Some fields.
    #[error("invalid: {count}")]
    #[api(status = 422, code = "INVALID")]
    Invalid {
        #[api(flatten)]
        fields: BTreeMap<String, Vec<String>>,
        #[api(public)]
        count: u8,
        #[api(public)]
        strange: Whom,
    },
    /// The same without fields.
    ///
    /// # Fix
    /// Mend it.
    #[error("unreadable")]
    #[api(status = 422, code = "INVALID", allow(duplicate_code))]
    Unreadable,
    #[error("run time")]
    #[api(status = 500, code = "RUN_TIME")]
    RunTime(#[api(status)] u16),
    #[error(transparent)]
    #[api(transparent, allow(mixed_format))]
    Auth(#[from] AuthError),
    #[error(transparent)]
    #[api(transparent)]
    Inner(#[from] Diamond),
}

#[derive(Debug, serde::Serialize)]
pub(crate) struct Whom;

/// Answered in another format when it is alone.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = nested, challenge = "Bearer")]
pub(crate) enum AuthError {
    /// Missing.
    #[error("missing")]
    #[api(status = 401, code = "AUTH_MISSING")]
    Missing,
}

/// TRANSPARENT-DOC
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, transparent, allow(mixed_format))]
pub(crate) enum Diamond {
    #[error(transparent)]
    Auth(#[from] AuthError),
}

errcode::catalog! {
    /// Rate limits and so on.
    ///
    /// # Format
    ///
    /// As it is.
    pub(crate) static SKILLS: Catalog = {
        title: "Skills <API>",
        types: [SkillError, Diamond],
        after: "No heading here.\n\nTroubleshooting\n===\n\n- a\n- b",
    };
}

errcode::catalog! {
    pub(crate) static EMPTY: Catalog = { title: "Nothing", types: [] };
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem, group = "Numbers")]
pub(crate) enum Numbered {
    /// One.
    #[error("one")]
    #[api(status = 400, code = 1001)]
    One,
    /// Minus one, with fields.
    #[error("{at}")]
    #[api(status = 400, code = -1, title = "Minus", type = "https://example.com/minus")]
    #[api(example(Self::Minus { at: 7, fields: BTreeMap::from([("a".to_owned(), 1)]) }))]
    Minus {
        #[api(public)]
        at: i64,
        #[api(flatten)]
        fields: BTreeMap<String, i32>,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem(code = false), group = "Bare")]
pub(crate) enum Bare {
    /// Denied.
    #[error("denied")]
    #[api(status = 403, code = "denied")]
    Denied,
    /// Too much.
    #[error("too much")]
    #[api(status = 403, code = "quota", type = "quota", title = "Quota")]
    #[api(example(Self::Quota { used: 3 }))]
    Quota {
        #[api(public)]
        used: usize,
    },
}

/// A custom format.
pub(crate) struct Envelope;

impl errcode::format::Format for Envelope {
    const NAME: &'static str = "envelope";
    const CONTENT_TYPE: &'static str = "application/vnd.envelope+json";
    fn write(
        error: &errcode::format::Occurrence<'_>,
        body: &mut errcode::format::Body,
    ) -> Result<(), errcode::format::FormatError> {
        body.json(&(error.code(), error.message()))
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[expect(dead_code, reason = "only the documents are tested")]
#[api(format = Envelope, group = "Own")]
pub(crate) enum Own {
    /// Own.
    #[error("own")]
    #[api(status = 400, code = "own")]
    Own,
    /// Nested.
    #[error("seen {0}")]
    #[api(status = 403, code = "seen", message = "seen {0}")]
    Unseen(u8),
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = nested, group = "Nested")]
pub(crate) enum Nested {
    /// Payment is needed.
    #[error("{amount} is needed")]
    #[api(status = 402, code = "a|b")]
    #[api(example(Self::Pay { amount: 5, at: Whom }))]
    Pay {
        #[api(public)]
        amount: u64,
        #[api(public)]
        at: Whom,
    },
    /// A code of that name again.
    #[error("again")]
    #[api(
        status = 403,
        code = "KV:Raftstore:NotLeader",
        allow(duplicate_code, code_style)
    )]
    Again,
}

errcode::catalog! {
    /// All formats.
    pub(crate) static MIXED: Catalog = {
        title: "Mixed",
        types: [Numbered, Bare, Own, Nested],
        allow: [mixed_format, duplicate_code],
    };
}

/// The error of a code.
pub(crate) fn error(document: &Document, code: &str) -> Entry {
    let mut errors = document.errors().filter(|e| e.code.to_string() == code);
    let found = errors.next().unwrap().clone();
    assert!(errors.next().is_none(), "{code} is there twice");
    found
}
