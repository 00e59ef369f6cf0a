//! Matrix, client-server API, "Standard error response".

use errcode::format::{Body, Format, FormatError, Occurrence};

/// `{"errcode":"M_LIMIT_EXCEEDED","error":M,...fields,"retry_after_ms":2000}`.
#[derive(Debug)]
pub struct Matrix;

impl Format for Matrix {
    const NAME: &'static str = "matrix";
    const CONTENT_TYPE: &'static str = "application/json";
    const RESERVED: &'static [&'static str] = &["errcode", "error", "retry_after_ms"];

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| {
            object.member("errcode", error.code().as_str())?;
            error.write_message("error", object)?;
            error.write_details_as_members(object);
            object.optional(
                "retry_after_ms",
                error.retry_after().map(|wait| wait.as_millis()),
            )
        })
    }
}
