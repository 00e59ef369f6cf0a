//! One error at the moment it is answered: all that a format may use, by name.

use std::borrow::Cow;
use std::fmt;

use http::StatusCode;

use crate::{ApiError, Body, Code, Context, DetailMap, Details, Entry, message, reason_phrase};

/// One error at the moment it is answered: what a [`Format`](crate::Format) writes the body from.
///
/// Nothing here is more than the client may read.
///
/// ```
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// /// `NOT_FOUND: no such skill (request 7f3a)`, as text.
/// fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///     use std::fmt::Write;
///
///     write!(body, "{}: {}", error.code(), error.message())?;
///     if let Some(id) = error.context().request_id() {
///         write!(body, " (request {id})")?;
///     }
///     Ok(())
/// }
/// ```
pub struct Occurrence<'a> {
    error: &'a dyn ApiError,
    entry: &'static Entry,
    status: StatusCode,
    context: &'a Context,
    bare: bool,
}

impl fmt::Debug for Occurrence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Occurrence")
            .field("entry", self.entry)
            .field("status", &self.status)
            .field("context", self.context)
            .finish_non_exhaustive()
    }
}

impl<'a> Occurrence<'a> {
    pub(crate) fn new(error: &'a dyn ApiError, context: &'a Context) -> Self {
        Self {
            error,
            entry: error.entry(),
            status: error.status(),
            context,
            bare: false,
        }
    }

    /// The same without details.
    pub(crate) fn bare(&self) -> Self {
        Self {
            bare: true,
            ..*self
        }
    }

    /// The status that is really sent.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The code.
    pub fn code(&self) -> Code {
        self.entry.code()
    }

    /// The message for the client; one that is not fixed by the entry has at most 4 KiB.
    pub fn message(&self) -> Cow<'a, str> {
        message::read(self.entry, self.status, |out| self.write_message(out))
    }

    /// The title of this kind of error, else the reason phrase of the status.
    pub fn title(&self) -> &'static str {
        self.entry
            .own_title()
            .unwrap_or_else(|| reason_phrase(self.status))
    }

    /// The URI reference that names this kind of error, or `about:blank`.
    pub fn type_uri(&self) -> &'static str {
        self.entry.type_uri()
    }

    /// The coarse family beside the code.
    pub fn category(&self) -> Option<&'static str> {
        self.entry.category()
    }

    /// The fields that the client may read, but for those of a
    /// [reserved](crate::Format::RESERVED) name. None, if one of them can't be serialized.
    pub fn details(&self) -> DetailMap {
        let mut object = Body::new();
        object.open();
        object.members(self, self.error.format().reserved(), true);
        object.close();
        DetailMap::from_json(object.as_bytes())
    }

    /// The request's own facts.
    pub fn context(&self) -> &'a Context {
        self.context
    }

    pub(crate) fn is_bare(&self) -> bool {
        self.bare
    }

    /// Whether the body of this error is always the same, but for what `Display` says: the entry alone
    /// does not know, as an error by hand may return that of another and say more.
    pub(crate) fn is_constant(&self) -> bool {
        self.entry.is_constant() && self.is_derived()
    }

    pub(crate) fn is_derived(&self) -> bool {
        self.error.is_derived()
    }

    pub(crate) fn fixed_message(&self) -> Option<&'static str> {
        self.entry.fixed_message(self.status)
    }

    pub(crate) fn write_message(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.error.write_message(out)
    }

    pub(crate) fn write_details(&self, details: &mut Details<'_>) {
        if !self.bare {
            self.error.details(details);
        }
    }

    #[cfg(feature = "tracing")]
    pub(crate) fn error(&self) -> &'a dyn ApiError {
        self.error
    }

    pub(crate) fn entry(&self) -> &'static Entry {
        self.entry
    }
}
