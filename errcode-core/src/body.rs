//! The body of a response while it is written, and the JSON it is mostly made of.

use std::cell::Cell;
use std::fmt::{self, Write};
use std::ops::{Range, RangeFrom};

use bytes::Bytes;
use serde::{Serialize, Serializer};

use crate::details::Details;
use crate::message::{self, Outcome};
use crate::{Occurrence, log, reason_phrase};

/// The body of a response while a [`Format`](crate::Format) writes it.
///
/// Text goes in with `write!`, a value as JSON with [`json`](Self::json).
///
/// ```
/// use std::fmt::Write;
///
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// /// A line of its own for the code, and one of JSON.
/// fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///     writeln!(body, "{}", error.code())?;
///     body.json(&error.details())
/// }
/// ```
#[derive(Debug, Default)]
pub struct Body {
    bytes: Vec<u8>,
}

thread_local! {
    static SPARE: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// The largest buffer that is kept for the next body.
const SPARE_LIMIT: usize = 64 * 1024;

impl Drop for Body {
    fn drop(&mut self) {
        let mut bytes = std::mem::take(&mut self.bytes);
        if bytes.capacity() <= SPARE_LIMIT {
            bytes.clear();
            // At the end of a thread there is no next body.
            let _ = SPARE.try_with(|spare| spare.set(bytes));
        }
    }
}

/// Why a [`Format`](crate::Format) could not write a body.
///
/// The errors of serde and `write!` become one with `?`; for any other there is [`new`](Self::new):
///
/// ```
/// use std::fmt::Write;
///
/// use errcode_core::{Body, Format, FormatError, Occurrence};
///
/// struct Xml;
///
/// impl Format for Xml {
///     const NAME: &'static str = "xml";
///     const CONTENT_TYPE: &'static str = "application/xml";
///
///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///         let message = error.message();
///         if let Some(bad) = message.chars().find(|letter| letter.is_control()) {
///             return Err(FormatError::new(format_args!("XML has no {bad:?}")));
///         }
///         let text = message.replace('&', "&amp;").replace('<', "&lt;");
///         write!(body, "<Error><Message>{text}</Message></Error>")?;
///         Ok(())
///     }
/// }
/// ```
#[derive(Debug)]
pub struct FormatError(String);

impl FormatError {
    /// An error that says why. The text is for the log.
    pub fn new(why: impl fmt::Display) -> Self {
        // A `Display` that fails must not make `to_string` panic.
        let mut text = String::new();
        match write!(text, "{why}") {
            Ok(()) => Self(text),
            Err(failed) => failed.into(),
        }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FormatError {}

impl From<serde_json::Error> for FormatError {
    fn from(error: serde_json::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<fmt::Error> for FormatError {
    fn from(_: fmt::Error) -> Self {
        Self("a value could not be written as text".to_owned())
    }
}

impl fmt::Write for Body {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.bytes.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

impl Body {
    /// An empty body, in the buffer that the last one on this thread left behind.
    pub(crate) fn new() -> Self {
        let bytes = SPARE.try_with(Cell::take).unwrap_or_default();
        Self { bytes }
    }

    /// Writes a value as JSON.
    ///
    /// # Errors
    ///
    /// If the value's `Serialize` fails, or it has a map whose keys are no strings.
    pub fn json<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), FormatError> {
        Ok(self.try_json(value)?)
    }

    pub(crate) fn try_json<T: Serialize + ?Sized>(
        &mut self,
        value: &T,
    ) -> Result<(), serde_json::Error> {
        serde_json::to_writer(&mut self.bytes, value)
    }

    /// What is written so far.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What is written so far, in an allocation of just its size.
    pub(crate) fn to_bytes(&self) -> Bytes {
        Bytes::copy_from_slice(&self.bytes)
    }

    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(crate) fn truncate(&mut self, len: usize) {
        self.bytes.truncate(len);
    }

    /// Opens a JSON object.
    pub(crate) fn open(&mut self) {
        self.bytes.push(b'{');
    }

    /// Closes a JSON object.
    pub(crate) fn close(&mut self) {
        self.bytes.push(b'}');
    }

    /// Parts a member from the one before it. No JSON value ends with `{`, so the last byte tells
    /// whether it is the object's first.
    fn comma(&mut self) {
        if self.bytes.last() != Some(&b'{') {
            self.bytes.push(b',');
        }
    }

    /// Writes the key of a format's own member, in whose name nothing is to be escaped.
    pub(crate) fn key(&mut self, name: &'static str) {
        self.comma();
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(b"\":");
    }

    /// Writes the key of a member that somebody else has named.
    pub(crate) fn given_key(&mut self, name: &str) {
        self.comma();
        // A string always serializes, and a vector takes all of it.
        let _ = serde_json::to_writer(&mut self.bytes, name);
        self.bytes.push(b':');
    }

    /// Writes a format's own member, and tells where its value stands.
    pub(crate) fn member<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<Range<usize>, FormatError> {
        self.key(name);
        let start = self.len();
        self.json(value)?;
        Ok(start..self.len())
    }

    /// Writes the client's message as a member, and tells where its value starts.
    pub(crate) fn message(
        &mut self,
        name: &'static str,
        error: &Occurrence<'_>,
    ) -> Result<RangeFrom<usize>, FormatError> {
        self.key(name);
        let start = self.len();
        let Some(text) = error.fixed_message() else {
            let text = Streamed {
                error,
                outcome: Outcome::Whole.into(),
            };
            serde_json::Serializer::new(&mut self.bytes).collect_str(&text)?;
            if text.outcome.get() == Outcome::Failed {
                log::dropped(error.code(), "message", &"its `Display` failed");
                self.truncate(start);
                self.json(reason_phrase(error.status()))?;
            }
            return Ok(start..);
        };
        self.json(text)?;
        Ok(start..)
    }

    /// The same, but nothing if the message says what stands at `said` already.
    pub(crate) fn message_unless(
        &mut self,
        name: &'static str,
        error: &Occurrence<'_>,
        said: Range<usize>,
    ) -> Result<(), FormatError> {
        let start = self.len();
        let value = self.message(name, error)?;
        if self.bytes[value] == self.bytes[said] {
            self.truncate(start);
        }
        Ok(())
    }

    /// Writes the details as one object under `name`; nothing if there are none.
    pub(crate) fn details(&mut self, name: &'static str, error: &Occurrence<'_>) {
        let start = self.len();
        self.key(name);
        self.open();
        let empty = self.len();
        self.members(error, &[], true);
        if self.len() == empty {
            self.truncate(start);
        } else {
            self.close();
        }
    }

    /// Writes the details as members of the open object. `reserved` names what the format writes
    /// itself; flattened entries are members too if `spread`, else one member.
    pub(crate) fn members(&mut self, error: &Occurrence<'_>, reserved: &[&str], spread: bool) {
        let start = self.len();
        let by_hand = !error.is_derived();
        let mut details = Details::new(self, error.code(), reserved, spread, by_hand);
        error.write_details(&mut details);
        if let Err(why) = details.finish() {
            log::dropped(error.code(), "details", &why);
            self.truncate(start);
        }
    }
}

/// The client's message as a `Display` that never fails: `serde_json` panics at one that does.
struct Streamed<'a> {
    error: &'a Occurrence<'a>,
    outcome: Cell<Outcome>,
}

impl fmt::Display for Streamed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.outcome
            .set(message::bounded(f, |out| self.error.write_message(out)));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_is_used_again_unless_it_is_huge() {
        let of_size = |size| {
            let mut body = Body::new();
            body.bytes.reserve_exact(size);
            body.open();
            drop(body);
            let next = Body::new();
            assert_eq!(next.len(), 0);
            next.bytes.capacity()
        };
        assert!(of_size(60_000) >= 60_000);
        assert!(of_size(64 * 1024) >= 64 * 1024);
        assert!(of_size(64 * 1024 + 1) <= 64 * 1024);
    }

    #[test]
    fn what_is_written_stands_there() {
        let mut body = Body::new();
        write!(body, "<{}>", 7).unwrap();
        body.json(&["a"]).unwrap();
        assert_eq!(body.as_bytes(), b"<7>[\"a\"]");
        assert_eq!(body.to_bytes(), body.as_bytes());
    }

    #[test]
    fn why_a_body_could_not_be_written() {
        let keys = std::collections::HashMap::from([(Some([1]), 2)]);
        let error = Body::new().json(&keys).unwrap_err();
        assert!(error.to_string().contains("key"), "{error}");
        let error = FormatError::from(fmt::Error);
        assert_eq!(error.to_string(), "a value could not be written as text");
        assert_eq!(FormatError::new(7).to_string(), "7");
    }
}
