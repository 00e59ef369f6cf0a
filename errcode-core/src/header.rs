//! Response headers: which types of fields can be header values, and how they are written into a response.

mod date;
mod map;
mod sink;

use std::borrow::Cow;
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::header::InvalidHeaderValue;
use http::{HeaderValue, Method, Uri};

pub use date::{HttpDate, unix_seconds};
pub use map::HeaderMapField;
pub use sink::Headers;

/// A field that can be sent as a response header, `#[api(header = "Name")]`.
///
/// | type | value |
/// | --- | --- |
/// | integers and `NonZero` integers | decimal |
/// | strings | unchanged |
/// | `bool` | `true`, `false` |
/// | [`Duration`] | whole seconds, rounded up (`Retry-After`, RFC 9110, 10.2.3) |
/// | [`SystemTime`], [`HttpDate`] | HTTP date (RFC 9110, 5.6.7), for headers that are dates |
/// | [`Method`], lists of it | `GET, HEAD` (`Allow`, RFC 9110, 10.2.1) |
/// | [`Uri`] | unchanged |
/// | [`HeaderValue`] | unchanged |
/// | `Option` | `None` is not sent |
/// | `Vec<T>`, `[T]`, `[T; N]` | a header line for each value |
/// | `&T`, `Box`, `Rc`, `Arc` | the value of the `T` inside |
///
/// A value of more than 4 KiB is not sent, because many proxies and clients refuse responses with large headers. Neither
/// is a value with other characters than visible ASCII, spaces and tabs, because clients disagree on what they mean.
///
/// For a field of another type, name a function of it: `#[api(header = "Name", with = path)]`.
///
/// ```
/// use errcode_core::HeaderField;
/// use std::time::Duration;
///
/// assert_eq!(Duration::from_millis(1500).header_value()?.unwrap(), "2");
/// assert_eq!(None::<u32>.header_value()?, None);
/// assert!("a\nb".header_value().is_err());
/// # Ok::<(), http::header::InvalidHeaderValue>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent as a response header",
    label = "not a header value",
    note = "integers, strings, `bool`, `Duration`, `SystemTime`, `Method`, `Uri`, `HeaderValue`, and `Option` and lists of these can; for another type name a function, `with = path`, or implement `errcode::header::HeaderField`"
)]
pub trait HeaderField {
    /// The value, or `None` to leave the header out.
    ///
    /// # Errors
    ///
    /// If the text has a character that a header value cannot have, such as a line break. The response then omits
    /// the header, and a log event says so.
    fn header_value(&self) -> Result<Option<HeaderValue>, InvalidHeaderValue>;

    /// Passes the value of each header line to a function. A list has several; the default is the one of
    /// [`header_value`](Self::header_value).
    ///
    /// ```
    /// use errcode_core::HeaderField;
    ///
    /// let mut lines = Vec::new();
    /// vec!["a=1", "b=2"].header_values(&mut |line| lines.push(line.unwrap()));
    /// assert_eq!(lines, ["a=1", "b=2"]);
    /// ```
    fn header_values(&self, send: &mut dyn FnMut(Result<HeaderValue, InvalidHeaderValue>)) {
        if let Some(value) = self.header_value().transpose() {
            send(value);
        }
    }

    /// The same for a list of such values.
    #[doc(hidden)]
    fn values_of_list(list: &[Self], send: &mut dyn FnMut(Line))
    where
        Self: Sized,
    {
        for item in list {
            item.header_values(send);
        }
    }
}

type Value = Result<Option<HeaderValue>, InvalidHeaderValue>;
type Line = Result<HeaderValue, InvalidHeaderValue>;

macro_rules! integers {
    ($($integer:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl HeaderField for $integer {
            fn header_value(&self) -> Value {
                HeaderValue::try_from(self.to_string()).map(Some)
            }
        }
    )*};
}

integers!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);
integers!(NonZero<u8> NonZero<u16> NonZero<u32> NonZero<u64> NonZero<u128> NonZero<usize>);
integers!(NonZero<i8> NonZero<i16> NonZero<i32> NonZero<i64> NonZero<i128> NonZero<isize>);

impl HeaderField for str {
    fn header_value(&self) -> Value {
        HeaderValue::from_str(self).map(Some)
    }
}

impl HeaderField for String {
    fn header_value(&self) -> Value {
        self.as_str().header_value()
    }
}

impl HeaderField for Cow<'_, str> {
    fn header_value(&self) -> Value {
        (**self).header_value()
    }
}

impl HeaderField for Duration {
    fn header_value(&self) -> Value {
        let part = u64::from(self.subsec_nanos() > 0);
        self.as_secs().saturating_add(part).header_value()
    }
}

impl HeaderField for SystemTime {
    fn header_value(&self) -> Value {
        HttpDate::of(self).header_value()
    }
}

impl HeaderField for HttpDate {
    fn header_value(&self) -> Value {
        self.to_string().header_value()
    }
}

impl HeaderField for bool {
    fn header_value(&self) -> Value {
        Ok(Some(HeaderValue::from_static(if *self {
            "true"
        } else {
            "false"
        })))
    }
}

impl HeaderField for Uri {
    fn header_value(&self) -> Value {
        self.to_string().header_value()
    }
}

impl HeaderField for HeaderValue {
    fn header_value(&self) -> Value {
        Ok(Some(self.clone()))
    }
}

impl HeaderField for Method {
    fn header_value(&self) -> Value {
        self.as_str().header_value()
    }

    fn values_of_list(list: &[Self], send: &mut dyn FnMut(Line)) {
        let names: Vec<&str> = list.iter().map(Self::as_str).collect();
        send(HeaderValue::try_from(names.join(", ")));
    }
}

impl<T: HeaderField> HeaderField for [T] {
    /// All lines as one, which means the same (RFC 9110, 5.3) but for `Set-Cookie`.
    fn header_value(&self) -> Value {
        let mut lines: Vec<HeaderValue> = Vec::new();
        let mut failed = None;
        self.header_values(&mut |line| match line {
            Ok(line) => lines.push(line),
            Err(why) => failed = Some(why),
        });
        if let Some(why) = failed {
            return Err(why);
        }
        let joined = lines
            .iter()
            .map(HeaderValue::as_bytes)
            .collect::<Vec<_>>()
            .join(b", ".as_slice());
        match lines.len() {
            0 => Ok(None),
            _ => HeaderValue::try_from(joined).map(Some),
        }
    }

    fn header_values(&self, send: &mut dyn FnMut(Line)) {
        T::values_of_list(self, send);
    }
}

/// Types whose values are those of another type.
macro_rules! delegate {
    ($([$($generics:tt)*] $type:ty => |$value:ident| $inner:expr;)*) => {$(
        impl<$($generics)*> HeaderField for $type {
            fn header_value(&self) -> Value {
                let $value = self;
                HeaderField::header_value($inner)
            }

            fn header_values(&self, send: &mut dyn FnMut(Line)) {
                let $value = self;
                HeaderField::header_values($inner, send);
            }
        }
    )*};
}

delegate! {
    [T: HeaderField, const N: usize] [T; N] => |list| list.as_slice();
    [T: HeaderField] Vec<T> => |list| list.as_slice();
    [T: HeaderField + ?Sized] &T => |inner| &**inner;
    [T: HeaderField + ?Sized] Box<T> => |inner| &**inner;
    [T: HeaderField + ?Sized] Rc<T> => |inner| &**inner;
    [T: HeaderField + ?Sized] Arc<T> => |inner| &**inner;
}

impl<T: HeaderField> HeaderField for Option<T> {
    fn header_value(&self) -> Value {
        self.as_ref().map_or(Ok(None), HeaderField::header_value)
    }

    fn header_values(&self, send: &mut dyn FnMut(Line)) {
        if let Some(value) = self {
            value.header_values(send);
        }
    }
}

/// The time to wait, from the value of a `Retry-After` header: seconds, or a date (RFC 9110, 10.2.3).
pub(crate) fn retry_after(value: &str) -> Option<Duration> {
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return value.parse().ok().map(Duration::from_secs);
    }
    let date = UNIX_EPOCH + Duration::from_secs(date::seconds_of(value)?);
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

#[cfg(test)]
mod tests;
