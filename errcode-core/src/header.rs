//! Response headers: which types of fields can be header values, and how they are written into a response.

mod date;

use std::borrow::Cow;
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::header::InvalidHeaderValue;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

use crate::{Code, Entry, log};
use errcode_rules::text::LIMIT;

/// A field that can be sent as a response header, `#[api(header = "Name")]`.
///
/// | type | value |
/// | --- | --- |
/// | integers and `NonZero` integers | decimal |
/// | strings | unchanged |
/// | [`Duration`] | whole seconds, rounded up (`Retry-After`, RFC 9110, 10.2.3) |
/// | [`SystemTime`] | HTTP date (RFC 9110, 5.6.7), for headers that are dates |
/// | [`Method`], slices and vectors of it | `GET, HEAD` (`Allow`, RFC 9110, 10.2.1) |
/// | [`HeaderValue`] | unchanged |
/// | `Option` | `None` is not sent |
/// | `&T`, `Box`, `Rc`, `Arc` | the value of the `T` inside |
///
/// A value of more than 4 KiB is not sent, because many proxies and clients refuse responses with large headers.
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
    note = "integers, strings, `Duration`, `SystemTime`, `Method`, `[Method]`, `HeaderValue` and `Option` of these can; for a type of your own implement `errcode::header::HeaderField`"
)]
pub trait HeaderField {
    /// The value, or `None` to leave the header out.
    ///
    /// # Errors
    ///
    /// If the text has a character that a header value cannot have, such as a line break. The response then omits
    /// the header, and a log event says so.
    fn header_value(&self) -> Result<Option<HeaderValue>, InvalidHeaderValue>;
}

type Value = Result<Option<HeaderValue>, InvalidHeaderValue>;

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
        // No header needs a time before 1970.
        let since = self.duration_since(UNIX_EPOCH).unwrap_or_default();
        date::http_date(since.as_secs()).header_value()
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
}

impl HeaderField for [Method] {
    fn header_value(&self) -> Value {
        let names: Vec<&str> = self.iter().map(Method::as_str).collect();
        names.join(", ").header_value()
    }
}

impl<const N: usize> HeaderField for [Method; N] {
    fn header_value(&self) -> Value {
        self.as_slice().header_value()
    }
}

impl HeaderField for Vec<Method> {
    fn header_value(&self) -> Value {
        self.as_slice().header_value()
    }
}

impl<T: HeaderField> HeaderField for Option<T> {
    fn header_value(&self) -> Value {
        self.as_ref().map_or(Ok(None), HeaderField::header_value)
    }
}

impl<T: HeaderField + ?Sized> HeaderField for &T {
    fn header_value(&self) -> Value {
        (**self).header_value()
    }
}

impl<T: HeaderField + ?Sized> HeaderField for Box<T> {
    fn header_value(&self) -> Value {
        (**self).header_value()
    }
}

impl<T: HeaderField + ?Sized> HeaderField for Rc<T> {
    fn header_value(&self) -> Value {
        (**self).header_value()
    }
}

impl<T: HeaderField + ?Sized> HeaderField for Arc<T> {
    fn header_value(&self) -> Value {
        (**self).header_value()
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

/// Writes the response headers that depend on fields. An implementation of
/// [`ApiError::headers`](crate::ApiError::headers) calls [`field`](Self::field) for each header.
///
/// ```
/// use std::time::Duration;
///
/// use errcode_core::{ApiError, Code, Entry, StaticEntry, Headers, to_response};
///
/// #[derive(Debug)]
/// struct Busy { retry_after: Duration }
/// # impl std::fmt::Display for Busy {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("busy") }
/// # }
/// # impl std::error::Error for Busy {}
///
/// impl ApiError for Busy {
///     fn entry(&self) -> Entry {
///         const { &StaticEntry::new(503, Code::new("BUSY")) }.entry()
///     }
///
///     fn headers(&self, headers: &mut Headers<'_>) {
///         headers.field("retry-after", &self.retry_after);
///     }
/// }
///
/// let response = to_response(&Busy { retry_after: Duration::from_secs(30) });
/// assert_eq!(response.headers()["retry-after"], "30");
/// ```
#[derive(Debug)]
pub struct Headers<'a> {
    map: &'a mut HeaderMap,
    code: Code,
}

impl<'a> Headers<'a> {
    /// Adds the fixed headers of the entry to the map.
    pub(crate) fn new(entry: Entry, status: StatusCode, map: &'a mut HeaderMap) -> Self {
        let code = entry.code();
        let has_own = || {
            let mut names = entry.headers().map(|(name, _)| name);
            names.any(|name| name.eq_ignore_ascii_case("www-authenticate"))
        };
        let challenge = entry
            .challenge()
            .filter(|_| status == StatusCode::UNAUTHORIZED && !has_own())
            .map(|challenge| ("www-authenticate", challenge));
        for (name, value) in entry.headers().chain(challenge) {
            match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
                (Ok(name), Ok(value)) => {
                    map.append(name, value);
                }
                _ => log::dropped(code, name, &"not a valid response header"),
            }
        }
        Self { map, code }
    }

    /// Adds a field as a header. It replaces a fixed header of the same name.
    ///
    /// An invalid value and a value of more than 4 KiB are left out, and a log event says so.
    pub fn field<T: HeaderField + ?Sized>(&mut self, name: &'static str, value: &T) {
        match (HeaderName::try_from(name), value.header_value()) {
            (Ok(_), Ok(Some(value))) if value.len() > LIMIT => {
                log::dropped(self.code, name, &"a value of more than 4 KiB");
            }
            (Ok(name), Ok(Some(value))) => {
                self.map.insert(name, value);
            }
            (Ok(_), Ok(None)) => {}
            (Err(why), _) => log::dropped(self.code, name, &why),
            (_, Err(why)) => log::dropped(self.code, name, &why),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StaticEntry;

    fn text<T: HeaderField + ?Sized>(value: &T) -> String {
        let value = value.header_value().unwrap().unwrap();
        value.to_str().unwrap().to_owned()
    }

    #[test]
    fn values_of_each_type() {
        assert_eq!(text(&u64::MAX), "18446744073709551615");
        assert_eq!(text(&-5_i8), "-5");
        assert_eq!(text("a b"), "a b");
        assert_eq!(text(&String::from("x")), "x");
        assert_eq!(text(&Cow::from("x")), "x");
        assert_eq!(text(&Box::<str>::from("x")), "x");
        assert_eq!(text(&Rc::<str>::from("x")), "x");
        assert_eq!(text(&Arc::<str>::from("x")), "x");
        assert_eq!(text(&NonZero::<u8>::MAX), "255");
        assert_eq!(text(&NonZero::<i128>::MIN), i128::MIN.to_string());
        assert_eq!(text(&Duration::ZERO), "0");
        assert_eq!(text(&Duration::from_nanos(1)), "1");
        assert_eq!(text(&Duration::from_secs(30)), "30");
        assert_eq!(text(&Duration::MAX), u64::MAX.to_string());
        let before = UNIX_EPOCH - Duration::from_secs(1);
        assert_eq!(text(&before), "Thu, 01 Jan 1970 00:00:00 GMT");
        assert_eq!(text(&Method::GET), "GET");
        assert_eq!(text(&[Method::GET, Method::HEAD]), "GET, HEAD");
        assert_eq!(text(&Vec::<Method>::new()), "");
        assert_eq!(text(&HeaderValue::from_static("v")), "v");
        assert_eq!(text(&Some(7)), "7");
        assert_eq!(None::<&str>.header_value().unwrap(), None);
    }

    const BARE: StaticEntry = StaticEntry::new(400, Code::new("A"));
    const PLAIN: StaticEntry = BARE
        .with_headers(&[("x-a", "1"), ("x-a", "2"), ("x b", "3"), ("x-c", "\n")])
        .with_challenge("Bearer");
    const OWN: StaticEntry = BARE
        .with_headers(&[("WWW-Authenticate", "Basic")])
        .with_challenge("Bearer");

    /// The headers of a response: the fixed ones, and those of fields.
    fn sent(
        entry: StaticEntry,
        status: u16,
        fields: impl FnOnce(&mut Headers<'_>),
    ) -> Vec<(String, String)> {
        let entry = Box::leak(Box::new(entry)).entry();
        let status = StatusCode::from_u16(status).unwrap();
        let mut map = HeaderMap::new();
        fields(&mut Headers::new(entry, status, &mut map));
        map.iter()
            .map(|(name, value)| (name.to_string(), text(value)))
            .collect()
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn fixed_headers_and_the_challenge() {
        let fixed = [pair("x-a", "1"), pair("x-a", "2")];
        assert_eq!(sent(PLAIN, 400, |_| {}), fixed);
        let found = sent(PLAIN, 401, |_| {});
        assert_eq!(found[..2], fixed);
        assert_eq!(found[2..], [pair("www-authenticate", "Bearer")]);
        let own = [pair("www-authenticate", "Basic")];
        assert_eq!(sent(OWN, 401, |_| {}), own);
        assert_eq!(sent(OWN, 403, |_| {}), own);
        assert_eq!(sent(BARE, 401, |_| {}), []);
    }

    #[test]
    fn a_field_replaces_a_fixed_header() {
        let found = sent(OWN, 401, |headers| {
            headers.field("retry-after", &Duration::from_secs(3));
            headers.field("www-authenticate", "Digest");
        });
        let both = [pair("www-authenticate", "Digest"), pair("retry-after", "3")];
        assert_eq!(found, both);
        let found = sent(OWN, 401, |headers| {
            headers.field("www-authenticate", "\n");
            headers.field("www-authenticate", &None::<u8>);
            headers.field("x a", "value");
        });
        assert_eq!(found, [pair("www-authenticate", "Basic")]);
    }

    #[test]
    fn an_invalid_value_is_an_error() {
        for bad in ["a\r\nSet-Cookie: x=1", "a\0", "\u{7f}", "\u{1b}[2J"] {
            assert!(bad.header_value().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_time_to_wait_is_seconds_or_a_date() {
        assert_eq!(retry_after("120"), Some(Duration::from_secs(120)));
        assert_eq!(retry_after("0"), Some(Duration::ZERO));
        let date = text(&(SystemTime::now() + Duration::from_secs(1000)));
        let wait = retry_after(&date).unwrap();
        assert!((900..=1000).contains(&wait.as_secs()), "{wait:?}");
        let past = retry_after("Thu, 01 Jan 1970 00:00:00 GMT");
        assert_eq!(past, Some(Duration::ZERO));
        for bad in ["", "-1", "1.5", "soon", "99999999999999999999"] {
            assert_eq!(retry_after(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_long_value_is_left_out() {
        let of_length = |length| {
            sent(PLAIN, 400, |headers| {
                headers.field("x-a", &"a".repeat(length));
            })
        };
        assert_eq!(of_length(4096), [pair("x-a", &"a".repeat(4096))]);
        assert_eq!(of_length(4097), [pair("x-a", "1"), pair("x-a", "2")]);
    }
}
