//! One error while it is being answered: all that a format may use, by name.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::json::{FormatError, Object};
use crate::message::{Outcome, bounded, caught};
use crate::{Code, Context, DetailMap, Details, Entry, Headers, header, log, reason_phrase};

/// One error while it is being answered: what a [`Format`](crate::Format) writes the body from.
///
/// It has nothing that the client may not see. A format writes the message and the details with the
/// `write_` methods, and everything else as members of its own:
///
/// ```
/// use errcode_core::{Body, Format, FormatError, Occurrence};
///
/// struct Stripe;
///
/// impl Format for Stripe {
///     const NAME: &'static str = "stripe";
///     const CONTENT_TYPE: &'static str = "application/json";
///
///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///         body.object(|object| {
///             object.object("error", |object| {
///                 object.member("type", &error.category())?;
///                 object.member("code", &error.code())?;
///                 object.member("param", &error.details().text("param"))?;
///                 object.member("doc_url", error.type_uri())?;
///                 error.write_message("message", object)
///             })
///         })
///     }
/// }
/// ```
pub struct Occurrence<'a> {
    contents: &'a dyn Contents,
    entry: Entry,
    status: StatusCode,
    context: &'a Context,
    limits: Limits,
    has_details: bool,
}

/// What an occurrence asks of its error.
pub(crate) trait Contents {
    /// Writes the client's message.
    fn write_message(&self, out: &mut dyn fmt::Write) -> fmt::Result;

    /// Writes the fields that the client may read.
    fn write_details(&self, details: &mut Details<'_>);

    /// Writes the response headers that depend on fields.
    fn write_headers(&self, headers: &mut Headers<'_>);

    /// Whether the derive has written all of it.
    fn is_derived(&self) -> bool;
}

/// What a format demands of the texts and names in its bodies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// The longest message in bytes.
    pub(crate) text: usize,
    /// The names of members that the format writes itself.
    pub(crate) reserved: &'static [&'static str],
}

impl fmt::Debug for Occurrence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Occurrence")
            .field("entry", &self.entry)
            .field("status", &self.status)
            .field("context", self.context)
            .finish_non_exhaustive()
    }
}

impl<'a> Occurrence<'a> {
    pub(crate) fn new(
        contents: &'a dyn Contents,
        entry: Entry,
        status: StatusCode,
        context: &'a Context,
        limits: Limits,
    ) -> Self {
        Self {
            contents,
            entry,
            status,
            context,
            limits,
            has_details: true,
        }
    }

    /// This occurrence without its details.
    pub(crate) fn without_details(&self) -> Self {
        Self {
            has_details: false,
            ..*self
        }
    }

    /// This occurrence under the limits of another format.
    pub(crate) fn with_limits(&self, limits: Limits) -> Self {
        Self { limits, ..*self }
    }

    /// The status that is really sent.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The code.
    pub fn code(&self) -> Code {
        self.entry.code()
    }

    /// The title of this kind of error, or the reason phrase of the status.
    pub fn title(&self) -> &'static str {
        self.entry
            .declared_title()
            .unwrap_or_else(|| reason_phrase(self.status))
    }

    /// The URI reference that names this kind of error, or `about:blank`.
    pub fn type_uri(&self) -> &'static str {
        self.entry.type_uri()
    }

    /// The URI reference that names this kind of error, for a format that links to its documents.
    ///
    /// It is `None` for `about:blank`.
    pub fn link(&self) -> Option<&'static str> {
        Some(self.type_uri()).filter(|uri| *uri != "about:blank")
    }

    /// The coarse family beside the code.
    pub fn category(&self) -> Option<&'static str> {
        self.entry.category()
    }

    /// Whether the same request may succeed later.
    pub fn is_retryable(&self) -> bool {
        self.entry.is_retryable()
    }

    /// The facts of the request.
    pub fn context(&self) -> &'a Context {
        self.context
    }

    /// The response headers that the error declares, fixed ones and those of fields. Headers of the
    /// format are not among them.
    ///
    /// A format whose body depends on them cannot be [cacheable](crate::Format::CACHEABLE).
    pub fn headers(&self) -> HeaderMap {
        let mut map = HeaderMap::new();
        self.contents
            .write_headers(&mut Headers::new(self.entry, self.status, &mut map));
        map
    }

    /// How long the client should wait before it repeats the request: what `Retry-After` says, in seconds or
    /// as a date (RFC 9110, 10.2.3).
    ///
    /// ```
    /// use errcode_core::{Body, FormatError, Occurrence};
    ///
    /// fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
    ///     body.object(|object| {
    ///         object.member("code", &error.code())?;
    ///         object.optional("retry_after_ms", error.retry_after().map(|wait| wait.as_millis()))
    ///     })
    /// }
    /// ```
    pub fn retry_after(&self) -> Option<Duration> {
        let headers = self.headers();
        let value = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?;
        header::retry_after(value)
    }

    /// The client's message, cut at the [limit](crate::Format::TEXT_LIMIT) of the format.
    ///
    /// [`write_message`](Self::write_message) writes it as a member without an allocation.
    pub fn message(&self) -> Cow<'static, str> {
        if let Some(text) = self.fixed_message().filter(|text| self.fits(text)) {
            return Cow::Borrowed(text);
        }
        let mut text = String::new();
        match self.write_text(&mut text) {
            Ok(()) => Cow::Owned(text),
            Err(fmt::Error) => {
                log::dropped(self.code(), "message", &DISPLAY_FAILED);
                Cow::Borrowed(reason_phrase(self.status))
            }
        }
    }

    /// Writes the client's message as a member, cut at the [limit](crate::Format::TEXT_LIMIT) of the
    /// format.
    ///
    /// # Errors
    ///
    /// If the member cannot be written. A `Display` that fails is no error; the reason phrase of the
    /// status takes its place.
    pub fn write_message(&self, name: &str, object: &mut Object<'_>) -> Result<(), FormatError> {
        if let Some(text) = self.fixed_message().filter(|text| self.fits(text)) {
            return object.member(name, text);
        }
        object.text(name, |out| self.write_text(out)).or_else(|_| {
            log::dropped(self.code(), "message", &DISPLAY_FAILED);
            object.member(name, reason_phrase(self.status))
        })
    }

    /// Writes the message up to the limit, and logs whether it was cut.
    fn write_text(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        match self.bounded_message(out) {
            Outcome::Whole => Ok(()),
            Outcome::Cut => {
                log::cut(self.code(), self.limits.text);
                Ok(())
            }
            Outcome::Failed => Err(fmt::Error),
        }
    }

    /// The details, for a format that reads them one by one. There are none if one of them cannot be
    /// serialized.
    ///
    /// Details of a [reserved](crate::Format::RESERVED) name are left out.
    pub fn details(&self) -> DetailMap {
        let mut map = DetailMap::default();
        let details = Details::for_map(&mut map, self.code());
        let details = details.with_reserved([self.limits.reserved, &[]]);
        match self.fill(details) {
            Ok(()) => map,
            Err(error) => {
                log::dropped(self.code(), "details", &error);
                DetailMap::default()
            }
        }
    }

    /// Writes the details as one member, an object. Without details it writes nothing.
    ///
    /// # Errors
    ///
    /// If the member cannot be written. If a detail cannot be serialized, all details are left out and
    /// that is logged.
    pub fn write_details(&self, name: &str, object: &mut Object<'_>) -> Result<(), FormatError> {
        let start = object.len();
        let mut is_empty = true;
        object.object(name, |object| {
            let empty = object.len();
            self.write_members(object, true, [&[]; 2]);
            is_empty = object.len() == empty;
            Ok(())
        })?;
        if is_empty {
            object.truncate(start);
        }
        Ok(())
    }

    /// Writes each detail as a member of the open object. A flattened map becomes one member.
    ///
    /// Details of a [reserved](crate::Format::RESERVED) name are left out, and that is logged. If a detail
    /// cannot be serialized, all details are left out.
    pub fn write_details_as_members(&self, object: &mut Object<'_>) {
        self.write_members_beside(object, &[]);
    }

    /// Writes each detail as a member, beside further members of the given names.
    pub(crate) fn write_members_beside(&self, object: &mut Object<'_>, names: &[&str]) {
        self.write_members(object, false, [self.limits.reserved, names]);
    }

    fn write_members(&self, object: &mut Object<'_>, flatten: bool, reserved: [&[&str]; 2]) {
        let start = object.len();
        let details = Details::for_object(object.reborrow(), self.code(), flatten);
        if let Err(error) = self.fill(details.with_reserved(reserved)) {
            log::dropped(self.code(), "details", &error);
            object.truncate(start);
        }
    }

    fn fill(&self, details: Details<'_>) -> Result<(), FormatError> {
        let mut details = details.with_name_checks(!self.contents.is_derived());
        if self.has_details {
            self.contents.write_details(&mut details);
        }
        details.finish()
    }

    /// Whether the body of this error is always the same, except for what `Display` says. The entry alone
    /// does not show that, as a hand-written error may return the entry of another and say more.
    pub(crate) fn is_constant(&self) -> bool {
        self.has_details && self.entry.is_constant() && self.contents.is_derived()
    }

    /// The message, if the entry and the status determine it.
    pub(crate) fn fixed_message(&self) -> Option<&'static str> {
        self.entry.fixed_message(self.status)
    }

    fn fits(&self, text: &str) -> bool {
        text.len() <= self.limits.text
    }

    /// Writes the message up to the limit.
    pub(crate) fn bounded_message(&self, out: &mut dyn fmt::Write) -> Outcome {
        bounded(out, self.limits.text, |out| {
            self.contents.write_message(out)
        })
    }

    /// Writes the whole message.
    pub(crate) fn whole_message(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        caught(|| self.contents.write_message(out)).unwrap_or(Err(fmt::Error))
    }

    #[cfg(test)]
    pub(crate) fn has_details(&self) -> bool {
        self.has_details
    }

    pub(crate) fn entry(&self) -> Entry {
        self.entry
    }
}

const DISPLAY_FAILED: &str = "its `Display` failed";
