//! Wire formats: what the body of an error looks like.

mod accept;
mod flat;
mod html;
mod markup;
mod negotiated;
mod nested;
mod problem;
mod problem_xml;
mod text;

use std::fmt;

use errcode_rules::text::LIMIT;
use http::{HeaderMap, HeaderValue};

pub use flat::Flat;
pub use html::Html;
pub use markup::escape_markup;
pub use negotiated::{Formats, Negotiated};
pub use nested::Nested;
pub use problem::Problem;
pub use problem_xml::ProblemXml;
pub use text::Text;

pub use crate::details::json_text;
pub use crate::json::Array;

use crate::json::FormatError;
use crate::occurrence::Limits;
use crate::{Body, Context, Occurrence};

/// A wire format: how the body of an error is written.
///
/// [`Problem`], [`Nested`], [`Flat`], [`Text`], [`Html`] and [`ProblemXml`] are built in, and [`Negotiated`]
/// chooses among formats by the request. To write your own, implement this trait for a type
/// and name the type in `#[api(format = path::to::Type)]`. A format that adds a member to a built-in one:
///
/// ```
/// use errcode_core::format::Flat;
/// use errcode_core::{Body, Format, FormatError, Occurrence};
///
/// struct FlatWithHelp;
///
/// impl Format for FlatWithHelp {
///     const NAME: &'static str = "flat with help";
///     const CONTENT_TYPE: &'static str = "application/json";
///
///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///         body.object(|object| {
///             Flat::write_members(error, object)?;
///             object.member("help", error.type_uri())
///         })
///     }
/// }
/// ```
///
/// If `write` fails, errcode discards what was written and calls it again for the same error without
/// details.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a wire format",
    label = "does not implement `Format`",
    note = "write `problem`, `nested` or `flat`, or implement `errcode::format::Format` for this type"
)]
pub trait Format: 'static {
    /// What the format is called in documents. Two formats of one name count as the same.
    const NAME: &'static str;

    /// The `Content-Type` of the response.
    const CONTENT_TYPE: &'static str;

    /// The members that your format writes itself, beside the details. A public field with such a name is
    /// a compile error; an entry of a flattened map with such a name is left out.
    const RESERVED: &'static [&'static str] = &[];

    /// Which bodies errcode may write once and send again.
    const CACHEABLE: Cacheable = Cacheable::Never;

    /// The longest message in bytes. A longer message is cut at a character, and the cut is logged.
    const TEXT_LIMIT: usize = LIMIT;

    /// Writes the body.
    ///
    /// # Errors
    ///
    /// If a value cannot be written.
    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError>;

    /// The `Content-Type` of the response to one error, for a format that chooses it by the request.
    ///
    /// ```
    /// use errcode_core::format::Problem;
    /// use errcode_core::{Body, Format, FormatError, Occurrence};
    /// use http::{HeaderMap, HeaderValue, header};
    ///
    /// /// A problem, sent as `application/json` to clients that ask for that.
    /// struct PlainProblem;
    ///
    /// impl Format for PlainProblem {
    ///     const NAME: &'static str = "plain problem";
    ///     const CONTENT_TYPE: &'static str = Problem::<true>::CONTENT_TYPE;
    ///     const RESERVED: &'static [&'static str] = Problem::<true>::RESERVED;
    ///
    ///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
    ///         Problem::<true>::write(error, body)
    ///     }
    ///
    ///     fn content_type(error: &Occurrence<'_>) -> HeaderValue {
    ///         let is_json = error.context().accept() == Some("application/json");
    ///         HeaderValue::from_static(if is_json { "application/json" } else { Self::CONTENT_TYPE })
    ///     }
    ///
    ///     fn headers(_: &Occurrence<'_>, headers: &mut HeaderMap) {
    ///         headers.append(header::VARY, HeaderValue::from_static("accept"));
    ///     }
    /// }
    /// ```
    fn content_type(error: &Occurrence<'_>) -> HeaderValue {
        let _ = error;
        const { HeaderValue::from_static(Self::CONTENT_TYPE) }
    }

    /// Adds response headers, such as `Vary`, to those of the error.
    fn headers(error: &Occurrence<'_>, headers: &mut HeaderMap) {
        let _ = (error, headers);
    }

    /// The format that writes the response to a request in place of this one, for a format that only
    /// chooses among others. [`headers`](Self::headers) of both are sent. The default is none.
    ///
    /// [`Negotiated`] chooses by the `Accept` header.
    ///
    /// ```
    /// use errcode_core::format::{Flat, Format, FormatVtable, Problem};
    /// use errcode_core::{Body, Context, FormatError, Occurrence};
    ///
    /// /// Problems for the new version of an API, and the old body for the old one.
    /// struct ByVersion;
    ///
    /// impl Format for ByVersion {
    ///     const NAME: &'static str = "by version";
    ///     const CONTENT_TYPE: &'static str = Flat::CONTENT_TYPE;
    ///
    ///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
    ///         Flat::write(error, body)
    ///     }
    ///
    ///     fn choose(context: &Context) -> Option<&'static FormatVtable> {
    ///         let is_new = context.instance()?.starts_with("/v2/");
    ///         is_new.then(FormatVtable::new::<Problem>)
    ///     }
    /// }
    /// ```
    fn choose(context: &Context) -> Option<&'static FormatVtable> {
        let _ = context;
        None
    }
}

/// Which bodies of a [`Format`] errcode may write once and send again.
///
/// Only the body of an error without public fields is ever kept, and only while its message is the same.
///
/// ```
/// use errcode_core::format::Cacheable;
/// use errcode_core::{Body, Format, FormatError, Occurrence};
///
/// struct CodeOnly;
///
/// impl Format for CodeOnly {
///     const NAME: &'static str = "code only";
///     const CONTENT_TYPE: &'static str = "application/json";
///     const CACHEABLE: Cacheable = Cacheable::Always;
///
///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///         body.json(&error.code())
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cacheable {
    /// None. The body may depend on anything: the time, a counter, the `Accept` header.
    Never,
    /// Those without an instance, a request id and a [fact](Context::fact) in the [`Context`]. The body depends on
    /// the error and on these.
    WithoutRequest,
    /// All. The body depends on the error alone.
    Always,
}

/// A [`Format`] as a value: its facts and functions. A hand-written [`ApiError`](crate::ApiError) returns it.
///
/// ```
/// use errcode_core::format::{FormatVtable, Flat};
/// use errcode_core::{ApiError, Code, Entry, StaticEntry, to_response};
///
/// #[derive(Debug)]
/// struct Gone;
/// # impl std::fmt::Display for Gone {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("gone") }
/// # }
/// # impl std::error::Error for Gone {}
///
/// impl ApiError for Gone {
///     fn entry(&self) -> Entry {
///         const { &StaticEntry::new(410, Code::new("GONE")) }.entry()
///     }
///
///     fn format(&self) -> &'static FormatVtable {
///         FormatVtable::new::<Flat>()
///     }
/// }
///
/// let response = to_response(&Gone);
/// assert_eq!(response.headers()["content-type"], "application/json");
/// ```
#[derive(Clone, Copy)]
pub struct FormatVtable {
    name: &'static str,
    content_type: &'static str,
    cacheable: Cacheable,
    limits: Limits,
    write: fn(&Occurrence<'_>, &mut Body) -> Result<(), FormatError>,
    content_type_of: fn(&Occurrence<'_>) -> HeaderValue,
    headers: fn(&Occurrence<'_>, &mut HeaderMap),
    choose: fn(&Context) -> Option<&'static FormatVtable>,
}

impl fmt::Debug for FormatVtable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FormatVtable").field(&self.name).finish()
    }
}

impl FormatVtable {
    /// The facts and functions of a format.
    ///
    /// ```
    /// use errcode_core::format::{Flat, FormatVtable};
    ///
    /// assert_eq!(FormatVtable::new::<Flat>().content_type(), "application/json");
    /// ```
    pub const fn new<F: Format>() -> &'static Self {
        const {
            &Self {
                name: F::NAME,
                content_type: F::CONTENT_TYPE,
                cacheable: F::CACHEABLE,
                limits: Limits {
                    text: F::TEXT_LIMIT,
                    reserved: F::RESERVED,
                },
                write: F::write,
                content_type_of: F::content_type,
                headers: F::headers,
                choose: F::choose,
            }
        }
    }

    /// What the format is called.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The `Content-Type` that the format states. A format may choose another by the request.
    pub const fn content_type(&self) -> &'static str {
        self.content_type
    }

    /// The names of the members that the format writes itself.
    pub const fn reserved(&self) -> &'static [&'static str] {
        self.limits.reserved
    }

    /// The format that writes the response to a request: this one, unless it [chooses](Format::choose)
    /// another.
    pub fn choose(&'static self, context: &Context) -> &'static Self {
        (self.choose)(context).unwrap_or(self)
    }

    pub(crate) const fn limits(&self) -> Limits {
        self.limits
    }

    /// Whether two bodies of one error without public fields are the same.
    pub(crate) fn is_cacheable_in(&self, context: &Context) -> bool {
        match self.cacheable {
            Cacheable::Never => false,
            Cacheable::WithoutRequest => context.is_empty(),
            Cacheable::Always => true,
        }
    }

    pub(crate) fn write(&self, error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        (self.write)(error, body)
    }

    pub(crate) fn content_type_of(&self, error: &Occurrence<'_>) -> HeaderValue {
        (self.content_type_of)(error)
    }

    pub(crate) fn write_headers(&self, error: &Occurrence<'_>, headers: &mut HeaderMap) {
        (self.headers)(error, headers);
    }
}

#[cfg(test)]
mod tests;
