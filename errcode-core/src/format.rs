//! Wire formats: what the body of an error looks like.

mod flat;
mod nested;
mod problem;

use std::fmt;

use http::HeaderValue;

pub use flat::Flat;
pub use nested::Nested;
pub use problem::Problem;

use crate::{Body, Context, FormatError, Occurrence};

/// A wire format: how the body of an error is written.
///
/// [`Problem`], [`Nested`] and [`Flat`] are there. One's own is a type that says what it writes,
/// named in `#[api(format = path::to::Type)]`:
///
/// ```
/// use errcode_core::{Body, Code, Format, FormatError, Occurrence};
/// use serde::Serialize;
///
/// struct Envelope;
///
/// #[derive(Serialize)]
/// struct Error<'a> { message: &'a str, code: Code }
///
/// impl Format for Envelope {
///     const NAME: &'static str = "envelope";
///     const CONTENT_TYPE: &'static str = "application/json";
///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///         body.json(&[Error { message: &error.message(), code: error.code() }])
///     }
/// }
/// ```
///
/// If `write` fails, it is called again for the same error without details; what it wrote before is
/// gone.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a wire format",
    label = "does not implement `Format`",
    note = "write `problem`, `nested` or `flat`, or implement `errcode::Format` for this type"
)]
pub trait Format: 'static {
    /// What the format is called in documents. Two formats of one name are taken for the same.
    const NAME: &'static str;

    /// The `Content-Type` of the response.
    const CONTENT_TYPE: &'static str;

    /// The members that the format itself writes beside the fields of an error: a public field of
    /// such a name does not compile, and an entry of a flattened one is left out.
    const RESERVED: &'static [&'static str] = &[];

    /// What the body depends on beside the error.
    const VARIES: Varies = Varies::Always;

    /// Writes the body.
    ///
    /// # Errors
    ///
    /// If a value can't be written.
    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError>;
}

/// What a body depends on beside the error: where on nothing, that of an error without public fields
/// is made once.
///
/// ```
/// use errcode_core::{Body, Format, FormatError, Occurrence, Varies};
///
/// struct Bare;
///
/// impl Format for Bare {
///     const NAME: &'static str = "bare";
///     const CONTENT_TYPE: &'static str = "application/json";
///     const VARIES: Varies = Varies::Never;
///
///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///         body.json(&error.code())
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Varies {
    /// On anything: the time, a counter, a trace. No body is kept.
    Always,
    /// On the [`Context`] alone.
    WithContext,
    /// On nothing.
    Never,
}

/// A [`Format`] as a value: its facts, and the function that writes.
#[derive(Clone, Copy)]
pub struct FormatFns {
    name: &'static str,
    content_type: fn() -> HeaderValue,
    content_type_text: &'static str,
    reserved: &'static [&'static str],
    varies: Varies,
    write: fn(&Occurrence<'_>, &mut Body) -> Result<(), FormatError>,
}

impl fmt::Debug for FormatFns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FormatFns").field(&self.name).finish()
    }
}

impl FormatFns {
    /// The format that a type is.
    pub const fn of<F: Format>() -> &'static Self {
        const {
            &Self {
                name: F::NAME,
                content_type: || const { HeaderValue::from_static(F::CONTENT_TYPE) },
                content_type_text: F::CONTENT_TYPE,
                reserved: F::RESERVED,
                varies: F::VARIES,
                write: F::write,
            }
        }
    }

    /// What the format is called.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The `Content-Type` of the response.
    pub fn content_type(&self) -> HeaderValue {
        (self.content_type)()
    }

    #[doc(hidden)]
    pub const fn reserved(&self) -> &'static [&'static str] {
        self.reserved
    }

    pub(crate) const fn content_type_text(&self) -> &'static str {
        self.content_type_text
    }

    /// Whether two bodies of one error without public fields are the same.
    pub(crate) fn is_pure_in(&self, context: &Context) -> bool {
        match self.varies {
            Varies::Always => false,
            Varies::WithContext => context.is_empty(),
            Varies::Never => true,
        }
    }

    pub(crate) fn write(&self, error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        (self.write)(error, body)
    }
}

#[cfg(test)]
mod tests;
