//! What a response that errcode did not make says: its status, its text, and what failed.

use std::fmt;

use errcode_core::reason_phrase;
use errcode_rules::text::{self, LIMIT};
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, StatusCode};

/// A response that errcode did not make: an extractor, a router, a layer or another server made it.
///
/// A variant takes it in:
///
/// ```
/// use errcode::ApiError;
/// use errcode::foreign::Rejection;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum SkillError {
///     /// The request is not valid.
///     #[error("rejected")]
///     #[api(status = 400, code = "INVALID_REQUEST")]
///     Rejected(#[from] #[api(status = Rejection::status)] Rejection),
/// }
///
/// let missing = SkillError::from(Rejection::new(http::StatusCode::NOT_FOUND, ""));
/// assert_eq!(errcode::to_response(&missing).status(), 404);
/// ```
///
/// With `status = Rejection::status` on the field the response keeps its status (which tells 400, 404, 413,
/// 415 and 422 apart). Without it every rejection gets the variant's status.
///
/// The rejection is a source. Its text may repeat input and name types, so it goes to the log, and the
/// client reads it only where the variant has `expose`.
///
/// To give each [kind](RejectionKind) of failure its own code, write `From<Rejection>` by hand:
///
/// ```
/// use errcode::ApiError;
/// use errcode::foreign::{Rejection, RejectionKind};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum SkillError {
///     /// There is nothing at this path.
///     #[error("no such route")]
///     #[api(status = 404, code = "ROUTE_NOT_FOUND")]
///     NoRoute,
///     /// The query string is not valid.
///     #[error("invalid query")]
///     #[api(status = 400, code = "INVALID_QUERY", message = "The query string is not valid.")]
///     Query(#[source] Rejection),
///     /// The request is not valid.
///     #[error("rejected")]
///     #[api(status = 400, code = "INVALID_REQUEST")]
///     Rejected(#[source] #[api(status = Rejection::status)] Rejection),
/// }
///
/// impl From<Rejection> for SkillError {
///     fn from(rejection: Rejection) -> Self {
///         match rejection.kind() {
///             RejectionKind::Route => Self::NoRoute,
///             RejectionKind::Query => Self::Query(rejection),
///             _ => Self::Rejected(rejection),
///         }
///     }
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Rejection {
    status: StatusCode,
    kind: RejectionKind,
    text: String,
}

/// What failed, as far as it is known.
///
/// An extractor knows its part of the request. For any other response the kind follows from the status:
/// 404 is [`Route`](Self::Route), 405 [`Method`](Self::Method), 413 [`Size`](Self::Size), 415
/// [`MediaType`](Self::MediaType), 408 and 504 [`Timeout`](Self::Timeout), 431 [`Header`](Self::Header).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RejectionKind {
    /// No route has the path: a 404 that no extractor made.
    Route,
    /// The route does not take the method: a 405.
    Method,
    /// The body is not what the handler expects, for example invalid JSON.
    Body,
    /// The query string is not valid.
    Query,
    /// A parameter of the path is not valid.
    Path,
    /// A form or multipart body is not valid.
    Form,
    /// A request header is missing or not valid.
    Header,
    /// The request is too large: a 413.
    Size,
    /// The media type of the request is not supported: a 415.
    MediaType,
    /// The request or an upstream server took too long: a 408 or 504.
    Timeout,
    /// Anything else.
    Other,
}

impl RejectionKind {
    /// The kind that a status alone tells.
    const fn from_status(status: StatusCode) -> Self {
        match status.as_u16() {
            404 => Self::Route,
            405 => Self::Method,
            408 | 504 => Self::Timeout,
            413 => Self::Size,
            415 => Self::MediaType,
            431 => Self::Header,
            _ => Self::Other,
        }
    }
}

/// An extension that keeps a response as it is: put it into a response whose error status and body are
/// meant for the client.
///
/// ```
/// use errcode::foreign::Keep;
/// use http::Response;
///
/// let mut page = Response::new("<h1>There is no such page</h1>");
/// *page.status_mut() = http::StatusCode::NOT_FOUND;
/// page.extensions_mut().insert(Keep);
/// ```
///
/// In axum: `(StatusCode::NOT_FOUND, Extension(Keep), Html(page))`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep;

impl Rejection {
    /// A rejection with a status and a text for the log, of which at most 4 KiB are kept: for examples, tests and
    /// frameworks of your own.
    pub fn new(status: StatusCode, text: impl Into<String>) -> Self {
        let mut text = text.into();
        text.truncate(text::cut(&text, LIMIT).len());
        Self {
            status,
            kind: RejectionKind::from_status(status),
            text,
        }
    }

    /// The same, made by something that reads one part of the request. The status still tells a body that is too
    /// large, of another media type, or too slow.
    ///
    /// ```
    /// use errcode::foreign::{Rejection, RejectionKind};
    /// use http::StatusCode;
    ///
    /// let of_body = |status| Rejection::new(status, "").with_part(RejectionKind::Body).kind();
    /// assert_eq!(of_body(StatusCode::BAD_REQUEST), RejectionKind::Body);
    /// assert_eq!(of_body(StatusCode::PAYLOAD_TOO_LARGE), RejectionKind::Size);
    /// ```
    pub fn with_part(mut self, part: RejectionKind) -> Self {
        self.kind = match RejectionKind::from_status(self.status) {
            kind @ (RejectionKind::Size | RejectionKind::MediaType | RejectionKind::Timeout) => {
                kind
            }
            _ => part,
        };
        self
    }

    /// A rejection from a response. `body` is the beginning of its body, as far as it is available at once.
    ///
    /// The text is taken from the body if that is text in UTF-8 without a `Content-Encoding`, at most 4 KiB of it.
    pub fn from_response(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let text = if is_readable(headers) {
            cut(body)
        } else {
            String::new()
        };
        Self::new(status, text)
    }

    /// The status of the original response.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// What failed, as far as it is known.
    pub fn kind(&self) -> RejectionKind {
        self.kind
    }
}

/// The text of the original, at most 4 KiB of it, or the reason phrase of the status.
impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text.trim() {
            "" => f.write_str(reason_phrase(self.status)),
            text => f.write_str(text),
        }
    }
}

impl std::error::Error for Rejection {}

/// Whether the body is text that can be read as it is: neither compressed nor binary.
fn is_readable(headers: &HeaderMap) -> bool {
    let encoded = headers.get_all(CONTENT_ENCODING).iter();
    let is_encoded = encoded
        .flat_map(|value| value.as_bytes().split(|byte| *byte == b','))
        .any(|coding| !coding.trim_ascii().eq_ignore_ascii_case(b"identity"));
    let media_type = headers.get(CONTENT_TYPE).map(HeaderValue::to_str);
    !is_encoded && matches!(media_type, Some(Ok(media_type)) if is_text(media_type))
}

/// Whether a media type is text in UTF-8: `text/*`, JSON, XML or a form.
fn is_text(media_type: &str) -> bool {
    let media_type = media_type.to_ascii_lowercase();
    let mut parts = media_type.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default();
    let charset = parts.find_map(|parameter| parameter.strip_prefix("charset="));
    let is_utf8 = charset
        .is_none_or(|charset| matches!(charset.trim_matches('"'), "utf-8" | "utf8" | "us-ascii"));
    let is_text = essence.starts_with("text/")
        || essence.ends_with("+json")
        || essence.ends_with("+xml")
        || matches!(
            essence,
            "application/json" | "application/xml" | "application/x-www-form-urlencoded"
        );
    is_text && is_utf8
}

/// The beginning of a body as text of at most [`LIMIT`] bytes, cut at a character. Bytes that are not UTF-8 become
/// U+FFFD.
fn cut(body: &[u8]) -> String {
    // A character that begins before the limit may end behind it.
    let beginning = &body[..body.len().min(LIMIT + 3)];
    text::cut(&String::from_utf8_lossy(beginning), LIMIT).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let pair = |(name, value): &(&'static str, &'static str)| {
            (
                http::HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        };
        pairs.iter().map(pair).collect()
    }

    #[test]
    fn only_plain_text_is_read() {
        for media_type in [
            "text/plain",
            "text/html; charset=utf-8",
            "Text/Plain;charset=\"UTF-8\"",
            "application/json",
            "application/problem+json; charset=utf-8",
            "image/svg+xml",
        ] {
            assert!(
                is_readable(&headers(&[("content-type", media_type)])),
                "{media_type}"
            );
            let identity = [
                ("content-type", media_type),
                ("content-encoding", "identity"),
            ];
            assert!(is_readable(&headers(&identity)), "{media_type}");
            for coding in ["gzip", "br", "identity, zstd", "GZIP"] {
                let encoded = [("content-type", media_type), ("content-encoding", coding)];
                assert!(!is_readable(&headers(&encoded)), "{media_type} {coding}");
            }
        }
        for media_type in [
            "image/png",
            "application/octet-stream",
            "text/plain; charset=utf-16",
            "",
        ] {
            assert!(
                !is_readable(&headers(&[("content-type", media_type)])),
                "{media_type}"
            );
        }
        assert!(!is_readable(&HeaderMap::new()));
    }

    #[test]
    fn a_long_text_is_cut_at_a_character() {
        assert_eq!(cut(b"short"), "short");
        assert_eq!(cut("a".repeat(LIMIT).as_bytes()).len(), LIMIT);
        assert_eq!(cut("a".repeat(LIMIT + 1).as_bytes()).len(), LIMIT);
        let long = "x".to_owned() + &"😀".repeat(LIMIT);
        let text = cut(long.as_bytes());
        assert_eq!((text.len(), text.ends_with('😀')), (LIMIT - 3, true));
        assert_eq!(cut(b"a\xFFb"), "a\u{fffd}b");
        // A replaced byte has three bytes.
        let replaced = cut(&[0x80; 2 * LIMIT]);
        assert_eq!(
            (replaced.len(), replaced.trim_matches('\u{fffd}')),
            (LIMIT - 1, "")
        );
    }

    #[test]
    fn a_rejection_without_text_reads_as_its_status() {
        let timeout = Rejection::new(StatusCode::GATEWAY_TIMEOUT, " \n");
        assert_eq!(timeout.to_string(), "Gateway Timeout");
        assert_eq!(timeout.kind(), RejectionKind::Timeout);
        let text = headers(&[("content-type", "text/plain")]);
        let rejection =
            Rejection::from_response(StatusCode::BAD_REQUEST, &text, b" what is wrong ");
        assert_eq!(rejection.to_string(), "what is wrong");
        let long = Rejection::new(StatusCode::BAD_REQUEST, "é".repeat(LIMIT));
        assert_eq!(long.to_string().len(), LIMIT);
        let unread = Rejection::from_response(StatusCode::BAD_REQUEST, &HeaderMap::new(), b"bytes");
        assert_eq!(unread.to_string(), "Bad Request");
    }

    #[test]
    fn kinds_follow_from_statuses_and_parts() {
        for (status, alone, in_body) in [
            (400, RejectionKind::Other, RejectionKind::Body),
            (404, RejectionKind::Route, RejectionKind::Body),
            (405, RejectionKind::Method, RejectionKind::Body),
            (408, RejectionKind::Timeout, RejectionKind::Timeout),
            (413, RejectionKind::Size, RejectionKind::Size),
            (415, RejectionKind::MediaType, RejectionKind::MediaType),
            (422, RejectionKind::Other, RejectionKind::Body),
            (431, RejectionKind::Header, RejectionKind::Body),
            (504, RejectionKind::Timeout, RejectionKind::Timeout),
        ] {
            let status = StatusCode::from_u16(status).unwrap();
            assert_eq!(RejectionKind::from_status(status), alone, "{status}");
            let rejection = Rejection::new(status, "").with_part(RejectionKind::Body);
            assert_eq!(rejection.kind(), in_body, "{status}");
        }
    }
}
