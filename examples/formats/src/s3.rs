//! Amazon S3, "REST error responses".

use std::fmt::Write;

use errcode::format::{Body, Format, FormatError, Occurrence, escape_markup, json_text};
use http::HeaderMap;

/// `<Error><Code>C</Code><Message>M</Message>...fields<Resource>I</Resource><RequestId>R</RequestId></Error>`.
#[derive(Debug)]
pub struct S3;

impl Format for S3 {
    const NAME: &'static str = "s3";
    const CONTENT_TYPE: &'static str = "application/xml";
    const RESERVED: &'static [&'static str] = &["Code", "Message", "Resource", "RequestId"];

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        let (details, context) = (error.details(), error.context());
        body.write_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>")?;
        let mut element =
            |name: &str, text: &str| write!(body, "<{name}>{}</{name}>", escape_markup(text));
        element("Code", error.code().as_str())?;
        element("Message", &error.message())?;
        for (name, value) in details.fields() {
            element(name, &json_text(value))?;
        }
        element("Resource", context.instance().unwrap_or_default())?;
        element("RequestId", context.request_id().unwrap_or_default())?;
        Ok(body.write_str("</Error>")?)
    }

    fn headers(error: &Occurrence<'_>, headers: &mut HeaderMap) {
        let id = error.context().request_id();
        if let Some(Ok(id)) = id.map(TryInto::try_into) {
            headers.insert("x-amz-request-id", id);
        }
    }
}
