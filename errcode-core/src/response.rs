//! An error as an HTTP response: status, headers, body, and its one log event.

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response};

use crate::format::{Format, FormatFns, Problem};
use crate::{ApiError, Body, Context, Headers, Occurrence, cache, log, status};

/// The response that an error is, for any server that speaks `http` 1.
///
/// Inside [`Context::scope`] it knows the request.
///
/// ```
/// # use errcode_core::{ApiError, Code, Entry};
/// # #[derive(Debug)] struct NotFound;
/// # impl std::fmt::Display for NotFound {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("no such skill") }
/// # }
/// # impl std::error::Error for NotFound {}
/// # impl ApiError for NotFound {
/// #     fn entry(&self) -> &'static Entry {
/// #         static ENTRY: Entry = Entry::new(404, Code::new("NOT_FOUND"));
/// #         &ENTRY
/// #     }
/// # }
/// let response = errcode_core::to_response(&NotFound);
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.headers()["content-type"], "application/problem+json");
/// assert_eq!(
///     &response.body()[..],
///     br#"{"type":"about:blank","title":"Not Found","status":404,"detail":"no such skill","code":"NOT_FOUND"}"#,
/// );
/// ```
pub fn to_response<E: ApiError + ?Sized>(error: &E) -> Response<Bytes> {
    respond(&error)
}

/// The response that an error is, to a request that is known.
pub fn to_response_with<E: ApiError + ?Sized>(error: &E, context: &Context) -> Response<Bytes> {
    build(&error, context, true)
}

/// The same with the context of the open scope, and with a framework's own body.
#[doc(hidden)]
pub fn respond<B: From<Bytes>>(error: &dyn ApiError) -> Response<B> {
    match Context::current() {
        Some(context) => build(error, &context, true),
        None => build(error, &Context::new(), false),
    }
}

/// `known`: somebody looks at requests here, and may want the entry in the extensions.
fn build<B: From<Bytes>>(error: &dyn ApiError, context: &Context, known: bool) -> Response<B> {
    let occurrence = Occurrence::new(error, context);
    log::response(&occurrence);

    let (body, content_type) = if status::has_body(occurrence.status()) {
        let (body, content_type) = render(&occurrence, error.format());
        (body, Some(content_type))
    } else {
        (Bytes::new(), None)
    };
    let body = if context.is_head() {
        Bytes::new()
    } else {
        body
    };

    let mut response = Response::new(B::from(body));
    *response.status_mut() = occurrence.status();
    let headers = response.headers_mut();
    if let Some(content_type) = content_type {
        headers.insert(CONTENT_TYPE, content_type);
    }
    error.headers(&mut Headers::of(
        occurrence.entry(),
        occurrence.status(),
        headers,
    ));
    if known {
        response.extensions_mut().insert(occurrence.entry());
    }
    response
}

/// The body, whatever happens: without details if the format fails, as a bare problem if it fails
/// again.
fn render(occurrence: &Occurrence<'_>, format: &'static FormatFns) -> (Bytes, HeaderValue) {
    if let Some(body) = cache::get(occurrence, format) {
        return (body, format.content_type());
    }
    let mut body = Body::new();
    for attempt in [occurrence, &occurrence.bare()] {
        match format.write(attempt, &mut body) {
            Ok(()) => {
                cache::put(attempt, format, body.as_bytes());
                return (body.to_bytes(), format.content_type());
            }
            Err(why) => log::dropped(occurrence.code(), format.name(), &why),
        }
        body.truncate(0);
    }
    if let Err(why) = Problem::<true>::write(&occurrence.bare(), &mut body) {
        log::dropped(occurrence.code(), "body", &why);
        body.truncate(0);
    }
    (
        body.to_bytes(),
        HeaderValue::from_static(Problem::<true>::CONTENT_TYPE),
    )
}
