//! The body of a response while a format writes it.

use std::cell::Cell;
use std::fmt;
use std::io;

use bytes::Bytes;
use serde::Serialize;

use crate::json::{FormatError, Object};

/// The body of a response while a [`Format`](crate::Format) writes it.
///
/// Write a JSON object with [`object`](Self::object), any other value as JSON with [`json`](Self::json),
/// and text with `write!`. For a binary format the body is also a [`std::io::Write`].
///
/// ```
/// use std::fmt::Write;
///
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// /// The code on the first line, the details as JSON on the second.
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

impl fmt::Write for Body {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.bytes.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

impl io::Write for Body {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Body {
    /// An empty body, in the buffer that the last one on this thread left behind.
    pub(crate) fn new() -> Self {
        let bytes = SPARE.try_with(Cell::take).unwrap_or_default();
        Self { bytes }
    }

    /// Writes a JSON object.
    ///
    /// ```
    /// use errcode_core::{Body, FormatError, Occurrence};
    ///
    /// fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
    ///     body.object(|object| {
    ///         object.member("code", &error.code())?;
    ///         error.write_message("message", object)
    ///     })
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// What `members` returns.
    pub fn object(
        &mut self,
        members: impl FnOnce(&mut Object<'_>) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        Object::write(&mut self.bytes, members)
    }

    /// Writes a value as JSON.
    ///
    /// # Errors
    ///
    /// If the value's `Serialize` fails, or it has a map whose keys are not strings.
    pub fn json<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), FormatError> {
        Ok(serde_json::to_writer(&mut self.bytes, value)?)
    }

    /// What is written so far.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What is written so far, in an allocation of exactly its size.
    pub(crate) fn to_bytes(&self) -> Bytes {
        Bytes::copy_from_slice(&self.bytes)
    }

    /// Removes everything.
    pub(crate) fn clear(&mut self) {
        self.bytes.clear();
    }
}

#[cfg(test)]
mod tests {
    use fmt::Write;

    use super::*;

    #[test]
    fn a_buffer_is_used_again_unless_it_is_huge() {
        let of_size = |size| {
            let mut body = Body::new();
            body.bytes.reserve_exact(size);
            body.bytes.push(b'a');
            drop(body);
            let next = Body::new();
            assert_eq!(next.as_bytes(), b"");
            next.bytes.capacity()
        };
        assert!(of_size(60_000) >= 60_000);
        assert!(of_size(64 * 1024) >= 64 * 1024);
        assert!(of_size(64 * 1024 + 1) <= 64 * 1024);
    }

    #[test]
    fn text_and_json_stand_in_the_order_of_writing() {
        let mut body = Body::new();
        write!(body, "<{}>", 7).unwrap();
        body.json(&["a"]).unwrap();
        body.object(|object| object.member("b", &1)).unwrap();
        assert_eq!(body.as_bytes(), b"<7>[\"a\"]{\"b\":1}");
        assert_eq!(body.to_bytes(), body.as_bytes());
        body.clear();
        assert_eq!(body.as_bytes(), b"");
    }

    #[test]
    fn a_body_takes_bytes_that_are_no_text() {
        let mut body = Body::new();
        io::Write::write_all(&mut body, b"\xff\0").unwrap();
        io::Write::flush(&mut body).unwrap();
        assert_eq!(body.as_bytes(), b"\xff\0");
    }
}
