//! The static facts of one kind of error.

use std::fmt;
use std::ptr;

use errcode_rules::entry::{self, LogLevel, MessageSource};
use errcode_rules::grpc;
use http::StatusCode;

use crate::table::Table;
use crate::{Code, LogTarget, reason_phrase};

/// The static facts of one kind of error: of one variant of an enum, or of a struct.
///
/// It is small and `Copy`: it refers to the table of a derived type, or to a [`StaticEntry`].
///
/// ```
/// use errcode_core::{Code, Entry, StaticEntry};
///
/// static TEAPOT: StaticEntry = StaticEntry::new(418, Code::new("TEAPOT"));
///
/// let entry: Entry = TEAPOT.entry();
/// assert_eq!(entry.status(), 418);
/// assert_eq!(entry.code(), "TEAPOT");
/// assert_eq!(entry.type_uri(), "about:blank");
/// ```
#[derive(Clone, Copy)]
pub struct Entry(Source);

#[derive(Clone, Copy)]
enum Source {
    Row(&'static Table, u32),
    Static(&'static StaticEntry),
}

/// The facts of a hand-written [`ApiError`](crate::ApiError), which can be all that a derived one has.
///
/// ```
/// use errcode_core::{ApiError, Code, Entry, StaticEntry, to_response};
///
/// #[derive(Debug)]
/// struct Teapot;
/// # impl std::fmt::Display for Teapot {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("short and stout") }
/// # }
/// # impl std::error::Error for Teapot {}
///
/// impl ApiError for Teapot {
///     fn entry(&self) -> Entry {
///         const { &StaticEntry::new(418, Code::new("TEAPOT")).with_message("I brew no coffee.") }.entry()
///     }
/// }
///
/// let response = to_response(&Teapot);
/// assert!(response.body().ends_with(br#""detail":"I brew no coffee.","code":"TEAPOT"}"#));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct StaticEntry {
    status: u16,
    code: Code,
    message: Option<&'static str>,
    exposed: bool,
    title: Option<&'static str>,
    type_uri: Option<&'static str>,
    category: Option<&'static str>,
    headers: &'static [(&'static str, &'static str)],
    challenge: Option<&'static str>,
    retryable: bool,
    log_level: Option<LogLevel>,
    log_target: Option<LogTarget>,
    grpc: Option<u8>,
}

impl StaticEntry {
    /// An entry with a status and a code.
    ///
    /// The client's message is the error's `Display` for a 4xx status and the reason phrase for any other,
    /// unless you choose otherwise with [`with_message`](Self::with_message) or [`exposed`](Self::exposed).
    ///
    /// # Panics
    ///
    /// If the status is not in 100..=999 (in a constant: at compile time).
    pub const fn new(status: u16, code: Code) -> Self {
        assert!(
            status >= 100 && status <= 999,
            "an HTTP status has three digits"
        );
        Self {
            status,
            code,
            message: None,
            exposed: false,
            title: None,
            type_uri: None,
            category: None,
            headers: &[],
            challenge: None,
            retryable: false,
            log_level: None,
            log_target: None,
            grpc: None,
        }
    }

    /// Sets a message for the client that is always the same.
    pub const fn with_message(mut self, message: &'static str) -> Self {
        self.message = Some(message);
        self
    }

    /// Makes `Display` the client's message, whatever the status, unless there is a fixed message.
    pub const fn exposed(mut self) -> Self {
        self.exposed = true;
        self
    }

    /// Sets a short name of this kind of error.
    pub const fn with_title(mut self, title: &'static str) -> Self {
        self.title = Some(title);
        self
    }

    /// Sets the URI reference that names this kind of error (RFC 9457 `type`).
    pub const fn with_type_uri(mut self, type_uri: &'static str) -> Self {
        self.type_uri = Some(type_uri);
        self
    }

    /// Sets a coarse family beside the code.
    pub const fn with_category(mut self, category: &'static str) -> Self {
        self.category = Some(category);
        self
    }

    /// Sets response headers that are always the same: names and values.
    ///
    /// ```
    /// use errcode_core::{Code, StaticEntry};
    ///
    /// static GONE: StaticEntry =
    ///     StaticEntry::new(410, Code::new("GONE")).with_headers(&[("Cache-Control", "max-age=60")]);
    /// assert_eq!(GONE.entry().headers().next(), Some(("Cache-Control", "max-age=60")));
    /// ```
    pub const fn with_headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.headers = headers;
        self
    }

    /// Sets the `WWW-Authenticate` header of a response whose status is 401.
    pub const fn with_challenge(mut self, challenge: &'static str) -> Self {
        self.challenge = Some(challenge);
        self
    }

    /// States that the same request may succeed later.
    pub const fn retryable(mut self) -> Self {
        self.retryable = true;
        self
    }

    /// Sets the level of the log event.
    pub const fn with_log_level(mut self, level: LogLevel) -> Self {
        self.log_level = Some(level);
        self
    }

    /// Sets the target of the log event, which is `errcode` otherwise. [`log_target!`](crate::log_target) makes one.
    pub const fn with_log_target(mut self, target: LogTarget) -> Self {
        self.log_target = Some(target);
        self
    }

    /// Sets the number of the gRPC code, a `google.rpc.Code`.
    ///
    /// # Panics
    ///
    /// If it is not in 1..=16 (in a constant: at compile time).
    pub const fn with_grpc_code(mut self, code: u8) -> Self {
        assert!(
            code >= 1 && code <= 16,
            "a gRPC code of an error is in 1..=16"
        );
        self.grpc = Some(code);
        self
    }

    /// The entry, as [`ApiError::entry`](crate::ApiError::entry) returns it.
    pub const fn entry(&'static self) -> Entry {
        Entry(Source::Static(self))
    }
}

impl Entry {
    /// A row of the table that the derive writes for a type.
    #[doc(hidden)]
    pub const fn row(table: &'static Table, row: u32) -> Self {
        Self(Source::Row(table, row))
    }

    /// The declared status. An error whose status is chosen at run time may respond with another.
    pub fn status(self) -> StatusCode {
        StatusCode::from_u16(self.declared_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn declared_status(self) -> u16 {
        match self.0 {
            Source::Row(table, row) => table.statuses[row as usize],
            Source::Static(entry) => entry.status,
        }
    }

    /// The code.
    pub const fn code(self) -> Code {
        match self.0 {
            Source::Row(table, row) => table.code(row as usize),
            Source::Static(entry) => entry.code,
        }
    }

    /// A short name of this kind of error: the [declared](Self::declared_title) one, or the reason phrase.
    pub fn title(self) -> &'static str {
        self.declared_title()
            .unwrap_or_else(|| reason_phrase(self.status()))
    }

    /// The title that this kind of error declares, if any.
    pub fn declared_title(self) -> Option<&'static str> {
        match self.0 {
            Source::Row(table, row) => table.titles.get(row as usize),
            Source::Static(entry) => entry.title,
        }
    }

    /// The URI reference that names this kind of error (RFC 9457 `type`), or `about:blank`.
    pub fn type_uri(self) -> &'static str {
        let declared = match self.0 {
            Source::Row(table, row) => table.types.get(row as usize),
            Source::Static(entry) => entry.type_uri,
        };
        declared.unwrap_or("about:blank")
    }

    /// The coarse family beside the code, if any.
    pub fn category(self) -> Option<&'static str> {
        match self.0 {
            Source::Row(table, row) => table.categories.get(row as usize),
            Source::Static(entry) => entry.category,
        }
    }

    /// The response headers that are always the same: names and values.
    pub fn headers(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let (row, fixed) = match self.0 {
            Source::Row(table, row) => (Some(table.headers(row as usize)), [].as_slice()),
            Source::Static(entry) => (None, entry.headers),
        };
        row.into_iter().flatten().chain(fixed.iter().copied())
    }

    /// `WWW-Authenticate` of a response whose status is 401 (RFC 9110, 11.6.1), if the headers do not have
    /// it.
    pub fn challenge(self) -> Option<&'static str> {
        match self.0 {
            Source::Row(table, row) => table.challenges.get(row as usize),
            Source::Static(entry) => entry.challenge,
        }
    }

    /// Whether the same request may succeed later.
    pub fn is_retryable(self) -> bool {
        match self.0 {
            Source::Row(table, row) => entry::is_retryable(table.flags[row as usize]),
            Source::Static(entry) => entry.retryable,
        }
    }

    /// The level of the log event, if it is stated. The default is `error` for a 5xx status, else `debug`.
    pub fn log_level(self) -> Option<LogLevel> {
        match self.0 {
            Source::Row(table, row) => entry::level(table.flags[row as usize]),
            Source::Static(entry) => entry.log_level,
        }
    }

    /// The target of the log event, if it is stated. The default is `errcode`.
    pub fn log_target(self) -> Option<LogTarget> {
        match self.0 {
            Source::Row(table, row) => table.log_target(row as usize),
            Source::Static(entry) => entry.log_target,
        }
    }

    /// The number of the gRPC code of a response with a status: the stated one, or the one that goes with the status.
    ///
    /// ```
    /// use errcode_core::{Code, StaticEntry};
    /// use http::StatusCode;
    ///
    /// static TAKEN: StaticEntry = StaticEntry::new(409, Code::new("TAKEN"));
    /// static EXISTS: StaticEntry = TAKEN.with_grpc_code(6);
    /// assert_eq!(TAKEN.entry().grpc_code(StatusCode::CONFLICT), 10);
    /// assert_eq!(EXISTS.entry().grpc_code(StatusCode::CONFLICT), 6);
    /// ```
    pub fn grpc_code(self, status: StatusCode) -> u8 {
        let stated = match self.0 {
            Source::Row(table, row) => table.grpc(row as usize),
            Source::Static(entry) => entry.grpc,
        };
        stated.unwrap_or_else(|| grpc::of_status(status.as_u16()))
    }

    /// Whether the bodies of all occurrences are the same, except for what `Display` says.
    pub(crate) fn is_constant(self) -> bool {
        match self.0 {
            Source::Row(table, row) => !table.varies(row as usize),
            Source::Static(_) => false,
        }
    }

    /// The client's message, if this entry and the status determine it.
    pub(crate) fn fixed_message(self, status: StatusCode) -> Option<&'static str> {
        let source = match self.0 {
            Source::Row(table, row) => table.message_source(row as usize),
            Source::Static(entry) if entry.message.is_some() => MessageSource::Fixed,
            Source::Static(entry) if entry.exposed => MessageSource::Written,
            Source::Static(_) => MessageSource::ByStatus,
        };
        match source {
            MessageSource::Fixed => self.declared_message(),
            MessageSource::Written => None,
            MessageSource::ByStatus if matches!(self.declared_status(), 400..=499) => None,
            MessageSource::ByStatus | MessageSource::ReasonPhrase => Some(reason_phrase(status)),
        }
    }

    fn declared_message(self) -> Option<&'static str> {
        match self.0 {
            Source::Row(table, row) => table.messages.get(row as usize),
            Source::Static(entry) => entry.message,
        }
    }

    /// A number that tells this entry from all others, as long as the process runs.
    pub(crate) fn address(self) -> usize {
        match self.0 {
            Source::Row(table, row) => ptr::from_ref(table).addr().wrapping_add(row as usize),
            Source::Static(entry) => ptr::from_ref(entry).addr(),
        }
    }
}

/// Two entries are equal if they are the same one, not if they only state the same facts.
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        match (self.0, other.0) {
            (Source::Row(table, row), Source::Row(other, other_row)) => {
                ptr::eq(table, other) && row == other_row
            }
            (Source::Static(entry), Source::Static(other)) => ptr::eq(entry, other),
            _ => false,
        }
    }
}

impl Eq for Entry {}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry")
            .field("status", &self.declared_status())
            .field("code", &self.code())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
