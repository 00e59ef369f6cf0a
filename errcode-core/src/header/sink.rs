//! Headers on their way into a response: which of them are sent, and which are left out.

use errcode_rules::header::{
    CUMULATIVE, FORBIDDEN, FRAMING, REPRESENTATION, SINGLETON, is_value_character,
};
use errcode_rules::text::LIMIT;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::{HeaderField, HeaderMapField};
use crate::{Code, Entry, log};

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
    /// The names of [`CUMULATIVE`] headers that fields have written: the next field adds a line.
    written: Vec<HeaderName>,
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
        Self {
            map,
            code,
            written: Vec::new(),
        }
    }

    /// Adds a field as a header. It replaces a fixed header of the same name, and the header of an earlier field, unless
    /// the header is a list that several fields may add to, such as `Set-Cookie`, `WWW-Authenticate` and `Link`.
    ///
    /// An invalid value and a value of more than 4 KiB are left out, and a log event says so.
    pub fn field<T: HeaderField + ?Sized>(&mut self, name: &'static str, value: &T) {
        let known = match HeaderName::try_from(name) {
            Ok(known) => known,
            Err(why) => return log::dropped(self.code, name, &why),
        };
        let mut is_first = true;
        value.header_values(&mut |value| match value {
            Ok(value) => self.line(&known, value, &mut is_first),
            Err(why) => log::dropped(self.code, name, &why),
        });
    }

    /// Adds all headers of a map. They replace fixed headers of the same names.
    ///
    /// Headers that frame the message or describe its body are left out, because only the server and the format know
    /// them, and so are invalid values; log events say so.
    ///
    /// ```
    /// use errcode_core::{ApiError, Code, Entry, Headers, StaticEntry, to_response};
    /// use http::{HeaderMap, HeaderValue};
    ///
    /// #[derive(Debug)]
    /// struct Upstream(HeaderMap);
    /// # impl std::fmt::Display for Upstream {
    /// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("upstream") }
    /// # }
    /// # impl std::error::Error for Upstream {}
    ///
    /// impl ApiError for Upstream {
    ///     fn entry(&self) -> Entry {
    ///         const { &StaticEntry::new(502, Code::new("UPSTREAM")) }.entry()
    ///     }
    ///
    ///     fn headers(&self, headers: &mut Headers<'_>) {
    ///         headers.all(&self.0);
    ///     }
    /// }
    ///
    /// let mut map = HeaderMap::new();
    /// map.append("x-quota", HeaderValue::from_static("a=1"));
    /// map.append("content-length", HeaderValue::from_static("7"));
    /// let response = to_response(&Upstream(map));
    /// assert_eq!(response.headers()["x-quota"], "a=1");
    /// assert!(!response.headers().contains_key("content-length"));
    /// ```
    pub fn all<T: HeaderMapField + ?Sized>(&mut self, headers: &T) {
        let Some(headers) = headers.header_map() else {
            return;
        };
        for name in headers.keys() {
            if [FRAMING, REPRESENTATION, FORBIDDEN]
                .iter()
                .any(|names| names.contains(&name.as_str()))
            {
                let why = "only the server and the format know this header of the response";
                log::dropped(self.code, name.as_str(), &why);
                continue;
            }
            let mut is_first = true;
            for value in headers.get_all(name) {
                self.line(name, value.clone(), &mut is_first);
            }
        }
    }

    /// Adds a line of a field. The first line of a field replaces the header.
    fn line(&mut self, name: &HeaderName, value: HeaderValue, is_first: &mut bool) {
        let is_fit = |byte: &u8| is_value_character(char::from(*byte));
        let reason = if value.len() > LIMIT {
            "a value of more than 4 KiB"
        } else if !value.as_bytes().iter().all(is_fit) {
            "a value with other characters than visible ASCII, spaces and tabs"
        } else if !*is_first && SINGLETON.contains(&name.as_str()) {
            "a second value of a header that has one (RFC 9110, 5.3)"
        } else {
            let adds_up = CUMULATIVE.contains(&name.as_str());
            if *is_first && !(adds_up && self.written.contains(name)) {
                self.map.insert(name, value);
                if adds_up {
                    self.written.push(name.clone());
                }
            } else {
                self.map.append(name, value);
            }
            *is_first = false;
            return;
        };
        log::dropped(self.code, name.as_str(), &reason);
    }
}
