//! `{"error":{"code":C,"message":M,"details":{...}}}`

use super::Varies;
use crate::{Body, Format, FormatError, Occurrence};

/// `{"error":{"code":C,"message":M,"details":{...}}}`, as `application/json`.
#[derive(Clone, Copy, Debug)]
pub struct Nested;

impl Format for Nested {
    const NAME: &'static str = "nested";
    const CONTENT_TYPE: &'static str = "application/json";
    const VARIES: Varies = Varies::Never;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.open();
        body.key("error");
        body.open();
        body.member("code", &error.code())?;
        body.message("message", error)?;
        body.details("details", error);
        body.close();
        body.close();
        Ok(())
    }
}
