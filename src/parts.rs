//! Requests and responses of frameworks that have types of their own, as those of `http` 1.

#[cfg(any(feature = "actix", feature = "rocket"))]
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

/// A status, which every framework knows by its number.
#[cfg(any(feature = "actix", feature = "rocket"))]
pub(crate) fn status(number: u16) -> StatusCode {
    StatusCode::from_u16(number).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Headers by their names and values. Those that are not valid are left out.
#[cfg(any(feature = "actix", feature = "rocket"))]
pub(crate) fn headers<'h>(theirs: impl IntoIterator<Item = (&'h str, &'h [u8])>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in theirs {
        let name = HeaderName::from_bytes(name.as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value)) {
            headers.append(name, value);
        }
    }
    headers
}

/// The head of a response.
#[cfg(any(feature = "actix", feature = "rocket"))]
pub(crate) fn response(
    status: StatusCode,
    headers: HeaderMap,
    report: Option<errcode_core::Report>,
    keep: Option<crate::foreign::Keep>,
) -> http::response::Parts {
    let (mut parts, ()) = http::Response::new(()).into_parts();
    parts.status = status;
    parts.headers = headers;
    if let Some(report) = report {
        parts.extensions.insert(report);
    }
    if let Some(keep) = keep {
        parts.extensions.insert(keep);
    }
    parts
}

/// A request for a page of the documents.
#[cfg(feature = "docs")]
pub(crate) fn page_request(
    method: http::Method,
    path: &str,
    headers: http::HeaderMap,
) -> http::Request<()> {
    let mut request = http::Request::new(());
    *request.method_mut() = method;
    // There is no page at a path that is none.
    let none = http::Uri::from_static("/.");
    *request.uri_mut() = path.parse().unwrap_or(none);
    *request.headers_mut() = headers;
    request
}
