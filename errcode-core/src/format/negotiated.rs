//! A format that chooses among others by the request's `Accept` header.

use std::fmt;
use std::marker::PhantomData;

use http::{HeaderMap, HeaderValue, header};

use super::accept::preferred;
use super::{Format, FormatVtable};
use crate::json::FormatError;
use crate::{Body, Context, Occurrence};

/// Chooses among two to six formats by the request's `Accept` header (RFC 9110, 12.5.1).
///
/// The format of the highest quality wins, and among equal ones the first. If the request has no `Accept`,
/// or accepts none of the formats, it is the first too. A request for `application/json` gets
/// `application/problem+json` if nothing fits better. Every response has `Vary: Accept`.
///
/// The header comes from the [`Context`], which the layer of the framework fills.
///
/// ```
/// use errcode_core::Context;
/// use errcode_core::format::{FormatVtable, Html, Negotiated, Problem};
///
/// let format = FormatVtable::new::<Negotiated<(Problem, Html)>>();
/// assert_eq!(format.name(), "negotiated(problem, html)");
/// let browser = Context::new().with_accept(b"text/html, */*;q=0.8");
/// assert_eq!(format.choose(&browser).name(), "html");
/// assert_eq!(format.choose(&Context::new()).name(), "problem");
/// ```
pub struct Negotiated<T>(PhantomData<T>);

impl<T> fmt::Debug for Negotiated<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Negotiated")
    }
}

/// A tuple of two to six formats, for [`Negotiated`].
///
/// ```
/// use errcode_core::format::{Formats, Html, Problem};
///
/// let names = <(Problem, Html)>::ALL.iter().map(|format| format.name());
/// assert_eq!(names.collect::<Vec<_>>(), ["problem", "html"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a tuple of formats",
    label = "not a tuple of formats",
    note = "write two to six formats in parentheses, such as `Negotiated<(Problem, Html)>`"
)]
pub trait Formats: sealed::Sealed {
    /// The formats, the preferred one first.
    const ALL: &'static [&'static FormatVtable];
}

mod sealed {
    pub trait Sealed: 'static {}
}

macro_rules! tuples {
    ($(($($format:ident)*))*) => {$(
        impl<$($format: Format),*> sealed::Sealed for ($($format,)*) {}

        #[diagnostic::do_not_recommend]
        impl<$($format: Format),*> Formats for ($($format,)*) {
            const ALL: &'static [&'static FormatVtable] = &[$(FormatVtable::new::<$format>()),*];
        }
    )*};
}

tuples!((A B) (A B C) (A B C D) (A B C D E) (A B C D E F));

impl<T: Formats> Negotiated<T> {
    const JOINED_NAMES: &'static Names = &Names::join(T::ALL);
    const ALL_RESERVED: &'static Reserved = &Reserved::join(T::ALL);

    fn chosen(context: &Context) -> &'static FormatVtable {
        let types = T::ALL.iter().map(|format| format.content_type());
        let accept = context.accept();
        T::ALL[accept
            .and_then(|accept| preferred(accept, types))
            .unwrap_or(0)]
    }
}

impl<T: Formats> Format for Negotiated<T> {
    const NAME: &'static str = Self::JOINED_NAMES.get();
    const CONTENT_TYPE: &'static str = T::ALL[0].content_type();
    const RESERVED: &'static [&'static str] = Self::ALL_RESERVED.get();
    const TEXT_LIMIT: usize = T::ALL[0].limits().text;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let format = Self::chosen(error.context());
        format.write(&error.with_limits(format.limits()), body)
    }

    fn content_type(error: &Occurrence<'_>) -> HeaderValue {
        Self::chosen(error.context()).content_type_of(error)
    }

    fn headers(_: &Occurrence<'_>, headers: &mut HeaderMap) {
        let values = headers.get_all(header::VARY).into_iter();
        let mut names = values
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','));
        let varies = |name: &str| name.trim() == "*" || name.trim().eq_ignore_ascii_case("accept");
        if !names.any(varies) {
            headers.append(header::VARY, HeaderValue::from_static("Accept"));
        }
    }

    fn choose(context: &Context) -> Option<&'static FormatVtable> {
        Some(Self::chosen(context))
    }
}

/// `negotiated(problem, html)`, made at compile time.
struct Names {
    bytes: [u8; 256],
    len: usize,
}

impl Names {
    const fn join(formats: &[&FormatVtable]) -> Self {
        let mut names = Self {
            bytes: [0; 256],
            len: 0,
        };
        names.push("negotiated(");
        let mut at = 0;
        while at < formats.len() {
            if at > 0 {
                names.push(", ");
            }
            names.push(formats[at].name());
            at += 1;
        }
        names.push(")");
        names
    }

    const fn push(&mut self, text: &str) {
        assert!(
            self.len + text.len() <= self.bytes.len(),
            "the names of the formats in a `Negotiated` have at most 230 bytes together"
        );
        let mut at = 0;
        while at < text.len() {
            self.bytes[self.len] = text.as_bytes()[at];
            self.len += 1;
            at += 1;
        }
    }

    const fn get(&'static self) -> &'static str {
        match std::str::from_utf8(self.bytes.split_at(self.len).0) {
            Ok(name) => name,
            // Whole names stand in it.
            Err(_) => "negotiated",
        }
    }
}

/// The reserved members of all formats.
struct Reserved {
    names: [&'static str; 64],
    len: usize,
}

impl Reserved {
    const fn join(formats: &[&FormatVtable]) -> Self {
        let mut all = Self {
            names: [""; 64],
            len: 0,
        };
        let mut at = 0;
        while at < formats.len() {
            let names = formats[at].reserved();
            assert!(
                all.len + names.len() <= all.names.len(),
                "the formats in a `Negotiated` have at most 64 reserved members together"
            );
            let mut name = 0;
            while name < names.len() {
                all.names[all.len] = names[name];
                all.len += 1;
                name += 1;
            }
            at += 1;
        }
        all
    }

    const fn get(&'static self) -> &'static [&'static str] {
        self.names.split_at(self.len).0
    }
}
