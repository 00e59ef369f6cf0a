//! The trait of all API errors.

use std::borrow::Cow;
use std::fmt;

use http::StatusCode;

use crate::format::{FormatFns, Problem};
use crate::{Code, Details, Entry, Headers, message};

/// An error that an HTTP API answers with. Derive it; by hand it needs only [`entry`](Self::entry).
///
/// A response takes its code from the entry, and its message from the entry or else from
/// [`write_message`](Self::write_message): these two are what to write by hand. [`code`](Self::code)
/// and [`message`](Self::message) read them for callers, and change no response.
///
/// It is object-safe, so that a `Box<dyn ApiError + Send + Sync>` can be passed on.
///
/// ```
/// use errcode_core::{ApiError, Code, Entry, to_response};
///
/// #[derive(Debug)]
/// struct Teapot;
///
/// impl std::fmt::Display for Teapot {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         f.write_str("short and stout")
///     }
/// }
///
/// impl std::error::Error for Teapot {}
///
/// impl ApiError for Teapot {
///     fn entry(&self) -> &'static Entry {
///         static ENTRY: Entry = Entry::new(418, Code::new("TEAPOT"));
///         &ENTRY
///     }
/// }
///
/// assert_eq!(Teapot.message(), "short and stout");
/// assert_eq!(to_response(&Teapot).status(), 418);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an API error",
    label = "does not implement `ApiError`",
    note = "add `#[derive(ApiError)]` to it, and give every variant `#[api(status = ..., code = \"...\")]`"
)]
pub trait ApiError: std::error::Error // add `#[derive(Debug, thiserror::Error)]`
{
    /// The static facts of this kind of error, as the client sees it.
    fn entry(&self) -> &'static Entry;

    /// The status of the response: the entry's, unless it is chosen at run time.
    fn status(&self) -> StatusCode {
        self.entry().status()
    }

    /// The code that the client reads: the entry's.
    fn code(&self) -> Code {
        self.entry().code()
    }

    /// The message that the client reads: what is fixed by the entry, else what
    /// [`write_message`](Self::write_message) writes, at most 4 KiB of it.
    fn message(&self) -> Cow<'_, str> {
        message::read(self.entry(), self.status(), |out| self.write_message(out))
    }

    /// Writes the client's message where it is not fixed by the entry: `Display`, unless told
    /// otherwise.
    ///
    /// # Errors
    ///
    /// What the writer or `Display` give.
    fn write_message(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        message::write(self.entry(), self.status(), &self, out)
    }

    /// Writes the fields that the client may read, in order.
    fn details(&self, details: &mut Details<'_>) {
        let _ = details;
    }

    /// Writes the response headers that depend on fields.
    fn headers(&self, headers: &mut Headers<'_>) {
        let _ = headers;
    }

    /// The format of the body when this error is what is returned.
    fn format(&self) -> &'static FormatFns {
        FormatFns::of::<Problem>()
    }

    /// The entry of the variant that hides behind [`entry`](Self::entry) (`hide_as`), for logs.
    fn hidden(&self) -> Option<&'static Entry> {
        None
    }

    /// Whether all of this is the derive's work: the body is what the entry says of it, and no member
    /// has a name twice. By hand it would be a promise that nobody checks.
    #[doc(hidden)]
    fn is_derived(&self) -> bool {
        false
    }
}

/// A pointer to an API error answers as the error does.
macro_rules! delegate {
    () => {
        fn entry(&self) -> &'static Entry {
            (**self).entry()
        }
        fn status(&self) -> StatusCode {
            (**self).status()
        }
        fn code(&self) -> Code {
            (**self).code()
        }
        fn message(&self) -> Cow<'_, str> {
            (**self).message()
        }
        fn write_message(&self, out: &mut dyn fmt::Write) -> fmt::Result {
            (**self).write_message(out)
        }
        fn details(&self, details: &mut Details<'_>) {
            (**self).details(details);
        }
        fn headers(&self, headers: &mut Headers<'_>) {
            (**self).headers(headers);
        }
        fn format(&self) -> &'static FormatFns {
            (**self).format()
        }
        fn hidden(&self) -> Option<&'static Entry> {
            (**self).hidden()
        }
        fn is_derived(&self) -> bool {
            (**self).is_derived()
        }
    };
}

#[diagnostic::do_not_recommend]
impl<T: ApiError + ?Sized> ApiError for &T {
    delegate!();
}

// `Box<dyn ApiError>` is missing here, because the standard library gives it no `Error`.
#[diagnostic::do_not_recommend]
impl<T: ApiError> ApiError for Box<T> {
    delegate!();
}

#[diagnostic::do_not_recommend]
impl<T: ApiError + ?Sized> ApiError for std::sync::Arc<T> {
    delegate!();
}
