//! `OData` JSON Format 4.01, "Error Response".

use errcode::format::{Body, Format, FormatError, Occurrence};
use http::{HeaderMap, HeaderValue, header};

/// `{"error":{"code":C,"message":M,"target":T,"details":[...],"innererror":{...}}}`.
///
/// A field `target` names what the error is about. A field `details` is a list of further errors; otherwise
/// each entry of a flattened map becomes one. All other fields are members of `innererror`.
#[derive(Debug)]
pub struct OData;

impl Format for OData {
    const NAME: &'static str = "odata";
    const CONTENT_TYPE: &'static str = "application/json";

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let mut fields = error.details();
        let (target, details) = (fields.take("target"), fields.take("details"));
        body.object(|object| {
            object.object("error", |object| {
                object.member("code", error.code().as_str())?;
                error.write_message("message", object)?;
                object.optional("target", target)?;
                if details.is_none() && fields.field_errors().next().is_some() {
                    object.array("details", |details| {
                        fields.field_errors().try_for_each(|(field, text)| {
                            details.object(|detail| {
                                detail.member("code", error.code().as_str())?;
                                detail.member("target", field)?;
                                detail.member("message", &text)
                            })
                        })
                    })?;
                } else {
                    object.optional("details", details)?;
                }
                if fields.fields().next().is_none() {
                    return Ok(());
                }
                object.object("innererror", |inner| {
                    let mut fields = fields.fields();
                    fields.try_for_each(|(name, value)| inner.member(name, value))
                })
            })
        })
    }

    /// The language of the message, which `OData` demands.
    fn headers(_: &Occurrence<'_>, headers: &mut HeaderMap) {
        let language = HeaderValue::from_static("en");
        headers.entry(header::CONTENT_LANGUAGE).or_insert(language);
    }
}
