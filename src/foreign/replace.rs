//! The rule itself: which responses stay, and how one that is replaced passes on its headers.

use bytes::Bytes;
use errcode_core::__private::respond;
use errcode_core::Report;
use errcode_rules::header::{CUMULATIVE, PAGE_POLICY, REPRESENTATION, is_among};
use http::header::{CONTENT_LENGTH, VARY};
use http::{HeaderMap, HeaderValue, Response};

use super::{Keep, Rejection};
use crate::respond::AsApiError;

/// Whether a response stays as it is: it is no error, was made from an error of the service, or has the
/// extension [`Keep`].
///
/// `report` and `keep` are extensions of the response. A response has the first only after
/// [`attach_entries`](crate::response::attach_entries).
///
/// ```
/// use errcode::foreign::{Keep, stays};
///
/// assert!(stays(303, None, None));
/// assert!(!stays(404, None, None));
/// assert!(stays(404, None, Some(&Keep)));
/// ```
pub fn stays(status: u16, report: Option<&Report>, keep: Option<&Keep>) -> bool {
    status < 400 || report.is_some() || keep.is_some()
}

/// The service's own response in place of one that had the headers `theirs`.
///
/// ```
/// use errcode::ApiError;
/// use errcode::foreign::{Rejection, replacement};
/// use http::{HeaderMap, HeaderValue, StatusCode};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("rejected")]
/// #[api(format = flat, status = 400, code = "INVALID_REQUEST")]
/// struct Rejected(#[from] #[api(status = Rejection::status)] Rejection);
///
/// let mut theirs = HeaderMap::new();
/// theirs.insert("retry-after", HeaderValue::from_static("17"));
/// theirs.insert("content-type", HeaderValue::from_static("text/plain"));
/// let rejection = Rejection::from_response(StatusCode::TOO_MANY_REQUESTS, &theirs, b"slow down");
/// let ours = replacement::<Rejected>(&theirs, rejection);
/// assert_eq!(ours.status(), 429);
/// assert_eq!(ours.headers()["retry-after"], "17");
/// assert_eq!(ours.headers()["content-type"], "application/json");
/// assert_eq!(ours.body(), r#"{"code":"INVALID_REQUEST","detail":"Too Many Requests"}"#);
/// ```
pub fn replacement<E>(theirs: &HeaderMap, rejection: Rejection) -> Response<Bytes>
where
    E: From<Rejection> + AsApiError,
{
    let mut response = respond(E::from(rejection).as_api_error());
    merge_headers(response.headers_mut(), theirs);
    response
}

/// Adds the headers of a replaced response to those of the new one.
///
/// Headers that describe the replaced body are left out. Of a header that both have, that of the new one
/// wins, except for lists such as `WWW-Authenticate` and `Set-Cookie`, which add up.
///
/// ```
/// use errcode::foreign::merge_headers;
/// use http::{HeaderMap, HeaderValue, header};
///
/// let mut ours = HeaderMap::new();
/// ours.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
/// let mut theirs = HeaderMap::new();
/// theirs.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
/// theirs.insert(header::ALLOW, HeaderValue::from_static("GET"));
///
/// merge_headers(&mut ours, &theirs);
/// assert_eq!(ours["content-type"], "application/problem+json");
/// assert_eq!(ours["allow"], "GET");
/// ```
pub fn merge_headers(ours: &mut HeaderMap, theirs: &HeaderMap) {
    for name in theirs.keys() {
        let adds_up = is_among(CUMULATIVE, name.as_str());
        let of_body = [REPRESENTATION, PAGE_POLICY];
        let describes_the_body = of_body.iter().any(|names| is_among(names, name.as_str()));
        if describes_the_body || ours.contains_key(name) && !adds_up {
            continue;
        }
        let known: Vec<HeaderValue> = ours.get_all(name).iter().cloned().collect();
        for value in theirs.get_all(name) {
            let is_value = |known: &HeaderValue| match name {
                // A list of names, which have no case (RFC 9110, 12.5.5).
                &VARY => known.as_bytes().eq_ignore_ascii_case(value.as_bytes()),
                _ => known == value,
            };
            if !known.iter().any(is_value) {
                ours.append(name.clone(), value.clone());
            }
        }
    }
}

/// A response to a HEAD request: no body, and the length that the body would have (RFC 9110, 9.3.2).
///
/// ```
/// use bytes::Bytes;
/// use errcode::foreign::empty_for_head;
/// use http::Response;
///
/// let response = empty_for_head(Response::new(Bytes::from_static(b"no such skill")));
/// assert!(response.body().is_empty());
/// assert_eq!(response.headers()["content-length"], "13");
/// ```
pub fn empty_for_head(mut response: Response<Bytes>) -> Response<Bytes> {
    let length = response.body().len();
    if length > 0 {
        let length = HeaderValue::from(length);
        response.headers_mut().insert(CONTENT_LENGTH, length);
        *response.body_mut() = Bytes::new();
    }
    response
}

#[cfg(test)]
mod tests {
    use http::HeaderName;

    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            let value = HeaderValue::from_static(value);
            headers.append(HeaderName::from_static(name), value);
        }
        headers
    }

    #[test]
    fn headers_of_the_replaced_response_stay_unless_they_describe_its_body() {
        let mut ours = headers(&[
            ("content-type", "application/json"),
            ("www-authenticate", "Bearer"),
            ("cache-control", "no-store"),
            ("vary", "Accept"),
        ]);
        let theirs = headers(&[
            ("content-type", "text/html"),
            ("content-encoding", "gzip"),
            ("content-length", "7"),
            ("content-security-policy", "style-src 'none'"),
            ("vary", "accept"),
            ("vary", "Origin"),
            ("etag", "\"a\""),
            ("last-modified", "Tue, 15 Nov 1994 12:45:26 GMT"),
            ("repr-digest", "sha-256=:a:"),
            ("www-authenticate", "Basic realm=\"ops\""),
            ("www-authenticate", "Bearer"),
            ("cache-control", "max-age=60"),
            ("retry-after", "17"),
            ("allow", "GET"),
            ("location", "/login"),
            ("x-ratelimit-limit", "5"),
            ("set-cookie", "a=1"),
            ("set-cookie", "b=2"),
        ]);
        merge_headers(&mut ours, &theirs);
        let expected = headers(&[
            ("content-type", "application/json"),
            ("www-authenticate", "Bearer"),
            ("www-authenticate", "Basic realm=\"ops\""),
            ("cache-control", "no-store"),
            ("vary", "Accept"),
            ("vary", "Origin"),
            ("retry-after", "17"),
            ("allow", "GET"),
            ("location", "/login"),
            ("x-ratelimit-limit", "5"),
            ("set-cookie", "a=1"),
            ("set-cookie", "b=2"),
        ]);
        assert_eq!(ours, expected);
    }

    #[test]
    fn only_errors_without_a_mark_are_replaced() {
        for (status, kept) in [
            (200, true),
            (303, true),
            (399, true),
            (400, false),
            (599, false),
            (600, false),
            (999, false),
        ] {
            assert_eq!(stays(status, None, None), kept, "{status}");
            assert!(stays(status, None, Some(&Keep)), "{status}");
        }
    }

    #[test]
    fn a_head_has_the_length_of_the_body() {
        let whole = empty_for_head(Response::new(Bytes::from_static(b"four")));
        assert_eq!(whole.headers()["content-length"], "4");
        assert!(whole.body().is_empty());
        let empty = empty_for_head(Response::new(Bytes::new()));
        assert!(empty.headers().is_empty());
    }
}
