//! Writes JSON objects member by member. It is independent of errors.

use std::cell::Cell;
use std::fmt::{self, Write};
use std::ops::Range;

use serde::{Serialize, Serializer};

/// A JSON object while a [`Format`](crate::Format) writes its members.
///
/// [`Body::object`](crate::Body::object) opens one. The members stand in the order in which they are
/// written; the writer adds commas and escapes names and values.
///
/// ```
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///     body.object(|object| {
///         object.member("code", &error.code())?;
///         object.object("meta", |meta| meta.member("help", error.type_uri()))
///     })
/// }
/// ```
#[derive(Debug)]
pub struct Object<'a> {
    bytes: &'a mut Vec<u8>,
    /// Where the value of the last member starts.
    value: usize,
}

impl<'a> Object<'a> {
    /// Writes the braces of an object and what `members` writes between them.
    pub(crate) fn write(
        bytes: &'a mut Vec<u8>,
        members: impl FnOnce(&mut Object<'_>) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        bytes.push(b'{');
        members(&mut Self::open(bytes))?;
        bytes.push(b'}');
        Ok(())
    }

    /// An object whose opening brace is the last byte of `bytes`.
    fn open(bytes: &mut Vec<u8>) -> Object<'_> {
        let value = bytes.len();
        Object { bytes, value }
    }

    /// The same object for a shorter time.
    pub(crate) fn reborrow(&mut self) -> Object<'_> {
        Object {
            bytes: self.bytes,
            value: self.value,
        }
    }

    /// Writes a member.
    ///
    /// # Errors
    ///
    /// If the value's `Serialize` fails, or it has a map whose keys are not strings.
    pub fn member<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
    ) -> Result<(), FormatError> {
        self.key(name);
        Ok(serde_json::to_writer(&mut *self.bytes, value)?)
    }

    /// Writes a member that is an object.
    ///
    /// # Errors
    ///
    /// What `members` returns.
    pub fn object(
        &mut self,
        name: &str,
        members: impl FnOnce(&mut Object<'_>) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        self.key(name);
        Object::write(self.bytes, members)
    }

    /// Writes a member that is an array.
    ///
    /// ```
    /// use errcode_core::{Body, FormatError, Occurrence};
    ///
    /// fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
    ///     body.object(|object| {
    ///         object.array("errors", |errors| {
    ///             errors.object(|object| object.member("code", &error.code()))
    ///         })
    ///     })
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// What `elements` returns.
    pub fn array(
        &mut self,
        name: &str,
        elements: impl FnOnce(&mut Array<'_>) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        self.key(name);
        self.bytes.push(b'[');
        elements(&mut Array { bytes: self.bytes })?;
        self.bytes.push(b']');
        Ok(())
    }

    /// Writes a member, if there is a value.
    ///
    /// # Errors
    ///
    /// As for [`member`](Self::member).
    pub fn optional<T: Serialize>(
        &mut self,
        name: &str,
        value: Option<T>,
    ) -> Result<(), FormatError> {
        match value {
            Some(value) => self.member(name, &value),
            None => Ok(()),
        }
    }

    /// Writes a member that is a string, from the pieces that `write` writes.
    ///
    /// ```
    /// use errcode_core::{FormatError, Object};
    ///
    /// fn greet(object: &mut Object<'_>, name: &str) -> Result<(), FormatError> {
    ///     object.text("greeting", |out| write!(out, "Hello \"{name}\""))
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// If `write` fails. The member is then removed.
    pub fn text(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> fmt::Result,
    ) -> Result<(), FormatError> {
        let start = self.len();
        self.key(name);
        let text = Streamed {
            write: Some(write).into(),
            failed: false.into(),
        };
        serde_json::Serializer::new(&mut *self.bytes).collect_str(&text)?;
        if text.failed.get() {
            self.truncate(start);
            return Err(fmt::Error.into());
        }
        Ok(())
    }

    /// Writes a comma after an earlier member, and the key. No JSON value ends with `{`, so the last byte
    /// shows whether there is an earlier member.
    fn key(&mut self, name: &str) {
        if self.bytes.last() != Some(&b'{') {
            self.bytes.push(b',');
        }
        let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\';
        if name.bytes().all(is_plain) {
            self.bytes.push(b'"');
            self.bytes.extend_from_slice(name.as_bytes());
            self.bytes.push(b'"');
        } else {
            // Neither a string nor a vector can fail here.
            let _ = serde_json::to_writer(&mut *self.bytes, name);
        }
        self.bytes.push(b':');
        self.value = self.bytes.len();
    }

    /// How long the body is so far.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Removes what was written after the body had this length.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.bytes.truncate(len);
    }

    /// Where the value of the member that was just written stands.
    pub(crate) fn last_value(&self) -> Range<usize> {
        self.value..self.bytes.len()
    }

    /// What stands at some place of the body.
    pub(crate) fn slice(&self, place: Range<usize>) -> &[u8] {
        &self.bytes[place]
    }
}

/// A JSON array while a [`Format`](crate::Format) writes its elements. [`Object::array`] opens one.
///
/// ```
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// /// A body such as `{"errors":[{"code":"GONE"}],"codes":["GONE"]}`.
/// fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///     body.object(|object| {
///         object.array("errors", |errors| errors.object(|inner| inner.member("code", &error.code())))?;
///         object.array("codes", |codes| codes.element(&error.code()))
///     })
/// }
/// ```
#[derive(Debug)]
pub struct Array<'a> {
    bytes: &'a mut Vec<u8>,
}

impl Array<'_> {
    /// Writes an element that is an object.
    ///
    /// # Errors
    ///
    /// What `members` returns.
    pub fn object(
        &mut self,
        members: impl FnOnce(&mut Object<'_>) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        self.comma();
        Object::write(self.bytes, members)
    }

    /// Writes an element.
    ///
    /// # Errors
    ///
    /// As for [`Object::member`].
    pub fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), FormatError> {
        self.comma();
        Ok(serde_json::to_writer(&mut *self.bytes, value)?)
    }

    /// Writes a comma after an earlier element. No JSON value ends with `[`.
    fn comma(&mut self) {
        if self.bytes.last() != Some(&b'[') {
            self.bytes.push(b',');
        }
    }
}

/// A text as a `Display` that never fails: `serde_json` panics at one that does.
struct Streamed<F> {
    write: Cell<Option<F>>,
    failed: Cell<bool>,
}

impl<F: FnOnce(&mut dyn Write) -> fmt::Result> fmt::Display for Streamed<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(write) = self.write.take() {
            self.failed.set(write(f).is_err());
        }
        Ok(())
    }
}

/// Why a [`Format`](crate::Format) could not write a body.
///
/// The errors of serde and of `write!` become one with `?`; use [`new`](Self::new) for any other:
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
///             return Err(FormatError::new(format_args!("XML cannot have {bad:?}")));
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
    /// An error with a reason, which is for the log.
    pub fn new(reason: impl fmt::Display) -> Self {
        // A `Display` that fails must not make `to_string` panic.
        let mut text = String::new();
        match write!(text, "{reason}") {
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

impl From<std::io::Error> for FormatError {
    fn from(error: std::io::Error) -> Self {
        Self::new(error)
    }
}

#[cfg(test)]
mod tests;
