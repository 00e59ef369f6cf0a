//! An error as an HTTP response: status, headers, body, and its one log event.

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{HeaderValue, Response};

use crate::error::occurrence;
use crate::format::{Format, FormatVtable, Problem};
use crate::{ApiError, Body, Context, Headers, Occurrence, Report, cache, event, log, status};

/// Makes the response of an error, for any server that uses `http` 1, and logs the error.
///
/// Inside [`Context::scope`] it uses the facts of the request.
///
/// ```
/// # use errcode_core::{ApiError, Code, Entry, StaticEntry};
/// # #[derive(Debug)] struct NotFound;
/// # impl std::fmt::Display for NotFound {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("no such skill") }
/// # }
/// # impl std::error::Error for NotFound {}
/// # impl ApiError for NotFound {
/// #     fn entry(&self) -> Entry {
/// #         const { &StaticEntry::new(404, Code::new("NOT_FOUND")) }.entry()
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

/// Makes the response of an error to a known request, and logs the error.
///
/// ```
/// # use errcode_core::{ApiError, Code, Entry, StaticEntry};
/// # #[derive(Debug)] struct NotFound;
/// # impl std::fmt::Display for NotFound {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("no such skill") }
/// # }
/// # impl std::error::Error for NotFound {}
/// # impl ApiError for NotFound {
/// #     fn entry(&self) -> Entry {
/// #         const { &StaticEntry::new(404, Code::new("NOT_FOUND")) }.entry()
/// #     }
/// # }
///
/// use errcode_core::{Context, to_response_with};
///
/// let context = Context::new().with_instance("/skills/pdf-tools");
/// let response = to_response_with(&NotFound, &context);
/// assert!(response.body().windows(30).any(|part| part == br#""instance":"/skills/pdf-tools""#));
/// ```
pub fn to_response_with<E: ApiError + ?Sized>(error: &E, context: &Context) -> Response<Bytes> {
    log_and_render(&error, context)
}

/// Makes the response of an error in the open [`Context`] scope, with the body type of a framework.
#[doc(hidden)]
pub fn respond<B: From<Bytes>>(error: &dyn ApiError) -> Response<B> {
    match Context::current() {
        Some(context) => log_and_render(error, &context),
        None => log_and_render(error, &Context::new()),
    }
}

fn log_and_render<B: From<Bytes>>(error: &dyn ApiError, context: &Context) -> Response<B> {
    let declared = error.format();
    let format = declared.choose(context);
    let occurrence = occurrence(&error, format, context);
    event::emit(error, occurrence.status(), context);
    let mut response = response(error, declared, format, &occurrence);
    if let Some(report) = Report::wanted(error) {
        response.extensions_mut().insert(report);
    }
    response
}

/// Renders an error as a response in a format, without the log event and without a [`Report`].
///
/// Use it where no client reads the response, for example in documents. To answer a request, call
/// [`to_response`].
///
/// ```
/// # use errcode_core::{ApiError, Code, Entry, StaticEntry};
/// # #[derive(Debug)] struct NotFound;
/// # impl std::fmt::Display for NotFound {
/// #     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("no such skill") }
/// # }
/// # impl std::error::Error for NotFound {}
/// # impl ApiError for NotFound {
/// #     fn entry(&self) -> Entry {
/// #         const { &StaticEntry::new(404, Code::new("NOT_FOUND")) }.entry()
/// #     }
/// # }
/// use bytes::Bytes;
/// use errcode_core::format::{Flat, FormatVtable};
/// use errcode_core::{Context, render};
///
/// let response: http::Response<Bytes> = render(&NotFound, FormatVtable::new::<Flat>(), &Context::new());
/// assert_eq!(response.body(), r#"{"code":"NOT_FOUND","detail":"no such skill"}"#);
/// ```
pub fn render<B: From<Bytes>>(
    error: &dyn ApiError,
    format: &'static FormatVtable,
    context: &Context,
) -> Response<B> {
    let chosen = format.choose(context);
    response(error, format, chosen, &occurrence(&error, chosen, context))
}

/// The response of an error in the format that its declared format has chosen.
fn response<B: From<Bytes>>(
    error: &dyn ApiError,
    declared: &'static FormatVtable,
    format: &'static FormatVtable,
    occurrence: &Occurrence<'_>,
) -> Response<B> {
    let (body, content_type) = if status::has_body(occurrence.status()) {
        let (body, content_type) = body(occurrence, format);
        (body, Some(content_type))
    } else {
        (Bytes::new(), None)
    };
    // A HEAD gets the length of the body and not the body (RFC 9110, 9.3.2).
    let length = (occurrence.context().is_head() && !body.is_empty()).then(|| body.len());
    let body = if length.is_some() { Bytes::new() } else { body };

    let mut response = Response::new(B::from(body));
    *response.status_mut() = occurrence.status();
    let headers = response.headers_mut();
    if let Some(length) = length {
        headers.insert(CONTENT_LENGTH, length.into());
    }
    if let Some(content_type) = content_type {
        headers.insert(CONTENT_TYPE, content_type);
    }
    error.headers(&mut Headers::new(
        occurrence.entry(),
        occurrence.status(),
        headers,
    ));
    format.write_headers(occurrence, headers);
    if !std::ptr::eq(declared, format) {
        declared.write_headers(occurrence, headers);
    }
    response
}

/// The body in any case: without details if the format fails, as a problem without details if it fails
/// again.
pub(crate) fn body(
    occurrence: &Occurrence<'_>,
    format: &'static FormatVtable,
) -> (Bytes, HeaderValue) {
    if let Some(body) = cache::get(occurrence, format) {
        return (body, format.content_type_of(occurrence));
    }
    let mut body = Body::new();
    for attempt in [occurrence, &occurrence.without_details()] {
        match format.write(attempt, &mut body) {
            Ok(()) => {
                cache::put(attempt, format, body.as_bytes());
                return (body.to_bytes(), format.content_type_of(occurrence));
            }
            Err(error) => log::dropped(occurrence.code(), format.name(), &error),
        }
        body.clear();
    }
    if let Err(error) = Problem::<true>::write(&occurrence.without_details(), &mut body) {
        log::dropped(occurrence.code(), "body", &error);
        body.clear();
    }
    (
        body.to_bytes(),
        HeaderValue::from_static(Problem::<true>::CONTENT_TYPE),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Flat;
    use crate::sample::{Sample, varying_row};
    use crate::{Entry, FormatError};

    fn text(response: &Response<Bytes>) -> &str {
        std::str::from_utf8(response.body()).unwrap()
    }

    fn flat(entry: Entry) -> Sample {
        Sample {
            format: FormatVtable::new::<Flat>(),
            ..Sample::new(entry)
        }
    }

    #[test]
    fn a_response_has_status_headers_and_body() {
        let mut error = flat(varying_row(404));
        error.headers = |headers| headers.field("x-a", &7);
        let response = to_response(&error);
        assert_eq!(response.status(), 404);
        assert_eq!(response.headers()["content-type"], "application/json");
        assert_eq!(response.headers()["x-a"], "7");
        assert_eq!(text(&response), r#"{"code":"A","detail":"it says"}"#);
        error.status = Some(410);
        assert_eq!(to_response(&error).status(), 410);
    }

    #[test]
    fn a_head_has_all_but_the_body() {
        let error = flat(varying_row(404));
        let response = to_response_with(&error, &Context::new().with_head(true));
        assert_eq!(response.status(), 404);
        assert_eq!(response.headers()["content-type"], "application/json");
        let length = to_response(&error).body().len().to_string();
        assert_eq!(response.headers()["content-length"], *length);
        assert!(response.body().is_empty());
    }

    #[test]
    fn a_304_has_neither_body_nor_type() {
        let response = to_response(&flat(varying_row(304)));
        assert_eq!(response.status(), 304);
        assert!(response.headers().is_empty() && response.body().is_empty());
    }

    #[test]
    fn a_scope_tells_the_request() {
        let problem = Sample::new(varying_row(404));
        let scope = Context::new().with_instance("/a");
        let scoped = scope.scope_sync(|| to_response(&problem));
        assert!(text(&scoped).contains(r#""instance":"/a""#));
    }

    #[test]
    fn a_rendered_error_has_another_format_and_no_report() {
        let problem = Sample::new(varying_row(404));
        let flat = FormatVtable::new::<Flat>();
        let context = Context::new().with_head(false);
        let response: Response<Bytes> = render(&problem, flat, &context);
        assert_eq!(text(&response), r#"{"code":"A","detail":"it says"}"#);
        assert_eq!(response.headers()["content-type"], "application/json");
        assert!(response.extensions().is_empty());
    }

    /// Writes half a body and fails: always, or with details.
    struct Failing<const ALWAYS: bool>;

    impl<const ALWAYS: bool> Format for Failing<ALWAYS> {
        const NAME: &'static str = "failing";
        const CONTENT_TYPE: &'static str = "text/failing";

        fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
            use std::fmt::Write;

            write!(body, "half of {}", error.code())?;
            if ALWAYS || error.has_details() {
                return Err(std::fmt::Error.into());
            }
            Ok(())
        }
    }

    #[test]
    fn a_body_is_never_half_written() {
        let mut error = Sample::new(varying_row(404));
        error.format = FormatVtable::new::<Failing<false>>();
        let response = to_response(&error);
        assert_eq!(text(&response), "half of A");
        assert_eq!(response.headers()["content-type"], "text/failing");
        error.format = FormatVtable::new::<Failing<true>>();
        let response = to_response(&error);
        let problem = r#"{"type":"about:blank","title":"Not Found","status":404,"detail":"it says","code":"A"}"#;
        assert_eq!(text(&response), problem);
        let content_type = &response.headers()["content-type"];
        assert_eq!(content_type, "application/problem+json");
    }
}
