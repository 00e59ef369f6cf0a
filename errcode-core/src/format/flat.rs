//! `{"code":C,"detail":M,"details":{...}}`

use super::Varies;
use crate::{Body, Format, FormatError, Occurrence};

/// `{"code":C,"detail":M,"details":{...}}`, as `application/json`.
#[derive(Clone, Copy, Debug)]
pub struct Flat;

impl Format for Flat {
    const NAME: &'static str = "flat";
    const CONTENT_TYPE: &'static str = "application/json";
    const VARIES: Varies = Varies::Never;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.open();
        body.member("code", &error.code())?;
        body.message("detail", error)?;
        body.details("details", error);
        body.close();
        Ok(())
    }
}
