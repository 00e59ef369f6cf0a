//! The body of an error as a value, where it is a part of something else than a response.

use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::error::occurrence;
use crate::format::FormatVtable;
use crate::{ApiError, Context, response};

/// The body of an error as a value that serializes: for an item of a batch, an event of a stream, a message of
/// a WebSocket, the result of a job.
///
/// It is what the error's format writes in the open [`Context`] scope. A format that chooses by the request
/// sees a request for `application/json`. To log the error, call [`log`](crate::log()).
///
/// If the format writes no JSON, as [`Html`](crate::format::Html) does, the value cannot be serialized: the
/// serializer returns an error that names the format.
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
/// #     fn format(&self) -> &'static errcode_core::format::FormatVtable {
/// #         errcode_core::format::FormatVtable::new::<errcode_core::format::Flat>()
/// #     }
/// # }
/// use errcode_core::json;
///
/// let batch = serde_json::to_string(&[json(&NotFound), json(&NotFound)])?;
/// let item = r#"{"code":"NOT_FOUND","detail":"no such skill"}"#;
/// assert_eq!(batch, format!("[{item},{item}]"));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn json<E: ApiError + ?Sized>(error: &E) -> JsonBody {
    let context = Context::current().map_or_else(Context::new, |context| (*context).clone());
    let context = context.without_accept().with_accept(b"application/json");
    let format = error.format().choose(&context);
    let body = is_json(format).then(|| {
        let (body, _) = response::body(&occurrence(&error, format, &context), format);
        String::from_utf8(body.to_vec()).ok()
    });
    let json = body.flatten().map(RawValue::from_string);
    JsonBody {
        json: json.and_then(Result::ok),
        format,
    }
}

/// Whether the media type of a format is JSON (RFC 8259) or is written as JSON (RFC 6839).
fn is_json(format: &FormatVtable) -> bool {
    let essence = format.content_type().split(';').next();
    let subtype = essence.and_then(|essence| essence.trim().split_once('/'));
    subtype.is_some_and(|(_, subtype)| {
        let suffix = subtype
            .rsplit_once('+')
            .map_or(subtype, |(_, suffix)| suffix);
        suffix.eq_ignore_ascii_case("json")
    })
}

/// The body of an error as a value that serializes, made by [`json`].
///
/// `serde_json` writes it byte for byte as the format does. A binary serializer, such as one for CBOR, gets the
/// same members in another order.
#[derive(Clone, Debug)]
pub struct JsonBody {
    /// None if the format has written no JSON.
    json: Option<Box<RawValue>>,
    format: &'static FormatVtable,
}

impl Serialize for JsonBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(json) = &self.json else {
            return Err(S::Error::custom(format_args!(
                "the format `{}` of the error has a body of {}, which is not JSON; \
                 give the error a format that writes JSON",
                self.format.name(),
                self.format.content_type()
            )));
        };
        if serializer.is_human_readable() {
            json.serialize(serializer)
        } else {
            let value: Value = serde_json::from_str(json.get()).map_err(S::Error::custom)?;
            value.serialize(serializer)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;
    use crate::format::{Flat, Format, Html, Negotiated, Nested, Problem, Text};
    use crate::sample::{Sample, varying_row};
    use crate::{Body, Details, FormatError, Occurrence, to_response};

    fn in_format<F: Format>() -> Sample {
        Sample {
            format: FormatVtable::new::<F>(),
            details: |details: &mut Details<'_>| {
                details.member("zeta", &1.10);
                details.member("large", &u128::MAX);
                details.member("alpha", "{");
            },
            ..Sample::new(varying_row(404))
        }
    }

    fn text(error: &Sample) -> Result<String, String> {
        serde_json::to_string(&json(error)).map_err(|error| error.to_string())
    }

    #[test]
    fn a_value_is_the_body_byte_for_byte() {
        for error in [
            in_format::<Flat>(),
            in_format::<Nested>(),
            in_format::<Problem>(),
        ] {
            let body = String::from_utf8(to_response(&error).body().to_vec()).unwrap();
            assert_eq!(text(&error), Ok(body));
        }
        let error = in_format::<Problem>();
        let scoped = Context::new()
            .with_instance("/a")
            .scope_sync(|| text(&error));
        assert!(scoped.unwrap().contains(r#""instance":"/a""#));
        let dynamic: &dyn ApiError = &error;
        let batch = serde_json::to_value([("id", json(dynamic))]).unwrap();
        assert_eq!(batch[0][1]["zeta"], 1.10);
    }

    /// `text/not+JSON`, and no JSON.
    struct Liar;

    impl Format for Liar {
        const NAME: &'static str = "liar";
        const CONTENT_TYPE: &'static str = "text/not+JSON; a=b";

        fn write(_: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
            Ok(body.write_str("{\"half")?)
        }
    }

    #[test]
    fn a_format_without_json_is_an_error_that_names_it() {
        let why = text(&in_format::<Html>()).unwrap_err();
        assert!(
            why.contains("the format `html`") && why.contains("text/html"),
            "{why}"
        );
        // A text that happens to be JSON is a text.
        let number = Sample {
            text: Some("7"),
            ..in_format::<Text>()
        };
        assert!(text(&number).unwrap_err().contains("`text`"));
        assert!(text(&in_format::<Liar>()).unwrap_err().contains("`liar`"));
    }

    #[test]
    fn a_format_that_chooses_sees_a_request_for_json() {
        let error = in_format::<Negotiated<(Html, Flat)>>();
        let browser = Context::new().with_accept(b"text/html");
        let value = browser.scope_sync(|| text(&error)).unwrap();
        assert!(
            value.starts_with(r#"{"code":"A","detail":"it says""#),
            "{value}"
        );
        assert!(text(&in_format::<Negotiated<(Html, Text)>>()).is_err());
    }
}
