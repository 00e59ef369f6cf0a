//! The trait of all API errors.

use std::borrow::Cow;
use std::fmt;

use http::StatusCode;

use crate::format::{FormatVtable, Problem};
use crate::occurrence::Contents;
use crate::{Code, Context, Details, Entry, Headers, Occurrence, message};

/// An error that an HTTP API responds with. Derive it, or implement it by hand, which needs only
/// [`entry`](Self::entry).
///
/// The methods decide what the response is made of. The code comes from the entry, and the message from
/// the entry or from [`write_message`](Self::write_message). To read the code and the message of an error,
/// use [`ApiErrorExt`].
///
/// The trait is object-safe, so that a `Box<dyn ApiError + Send + Sync>` can be passed on.
///
/// ```
/// use errcode_core::{ApiError, ApiErrorExt, Code, Entry, StaticEntry, to_response};
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
///     fn entry(&self) -> Entry {
///         const { &StaticEntry::new(418, Code::new("TEAPOT")) }.entry()
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
    fn entry(&self) -> Entry;

    /// The status of the response: the entry's, unless it is chosen at run time.
    fn status(&self) -> StatusCode {
        self.entry().status()
    }

    /// Writes the client's message, if the entry does not determine it. The default writes `Display`.
    ///
    /// # Errors
    ///
    /// What the writer or `Display` returns.
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

    /// Writes the fields that are for the log and not for the client.
    fn log_fields(&self, fields: &mut Details<'_>) {
        let _ = fields;
    }

    /// The format of the body when this error is what is returned.
    fn format(&self) -> &'static FormatVtable {
        FormatVtable::new::<Problem>()
    }

    /// The entry of the variant that the client does not see (`hide_as`), for logs.
    fn hidden(&self) -> Option<Entry> {
        None
    }

    /// The number that a field gave as the status, if it is no error status, so that the declared status is sent.
    #[doc(hidden)]
    fn replaced_status(&self) -> Option<u16> {
        None
    }

    /// Whether the derive has written all of this, and so has checked it: the body is what the entry says,
    /// and no two members have one name.
    #[doc(hidden)]
    fn is_derived(&self) -> bool {
        false
    }
}

/// What the client of an [`ApiError`] reads. It cannot be overridden.
///
/// ```
/// use errcode_core::{ApiError, ApiErrorExt};
///
/// fn describe(error: &dyn ApiError) -> String {
///     format!("{}: {}", error.code(), error.message())
/// }
/// ```
pub trait ApiErrorExt {
    /// The code.
    fn code(&self) -> Code;

    /// The message, cut at the limit of the error's format.
    fn message(&self) -> Cow<'_, str>;

    /// The number of the gRPC code, a `google.rpc.Code`: the stated one, or the one that goes with the status.
    fn grpc_code(&self) -> u8;
}

#[diagnostic::do_not_recommend]
impl<E: ApiError + ?Sized> ApiErrorExt for E {
    fn code(&self) -> Code {
        self.entry().code()
    }

    fn message(&self) -> Cow<'_, str> {
        let context = Context::new();
        occurrence(&self, self.format(), &context).message()
    }

    fn grpc_code(&self) -> u8 {
        self.entry().grpc_code(self.status())
    }
}

impl<E: ApiError + ?Sized> Contents for E {
    fn write_message(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        ApiError::write_message(self, out)
    }

    fn write_details(&self, details: &mut Details<'_>) {
        self.details(details);
    }

    fn write_headers(&self, headers: &mut Headers<'_>) {
        self.headers(headers);
    }

    fn is_derived(&self) -> bool {
        ApiError::is_derived(self)
    }
}

/// An error that is answered in a format, to a request.
#[doc(hidden)]
pub fn occurrence<'a, E: ApiError>(
    error: &'a E,
    format: &FormatVtable,
    context: &'a Context,
) -> Occurrence<'a> {
    let limits = format.limits();
    Occurrence::new(error, error.entry(), error.status(), context, limits)
}

/// A pointer to an API error responds as the error does.
macro_rules! delegate {
    () => {
        fn entry(&self) -> Entry {
            (**self).entry()
        }
        fn status(&self) -> StatusCode {
            (**self).status()
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
        fn log_fields(&self, fields: &mut Details<'_>) {
            (**self).log_fields(fields);
        }
        fn format(&self) -> &'static FormatVtable {
            (**self).format()
        }
        fn hidden(&self) -> Option<Entry> {
            (**self).hidden()
        }
        fn replaced_status(&self) -> Option<u16> {
            (**self).replaced_status()
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
