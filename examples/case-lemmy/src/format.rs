//! The body of an error.

use errcode::format::{Body, Cacheable, Format, FormatError, Occurrence};

/// `{"error":C}`, and the field `message` if the error has one.
#[derive(Debug)]
pub struct Lemmy;

impl Format for Lemmy {
    const NAME: &'static str = "lemmy";
    const CONTENT_TYPE: &'static str = "application/json";
    const RESERVED: &'static [&'static str] = &["error"];
    const CACHEABLE: Cacheable = Cacheable::Always;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| {
            object.member("error", error.code().as_str())?;
            error.write_details_as_members(object);
            Ok(())
        })
    }
}

/// The same, but the field `message` is always there: without a value it is null.
#[derive(Debug)]
pub struct LemmyOrNull;

impl Format for LemmyOrNull {
    const NAME: &'static str = "lemmy or null";
    const CONTENT_TYPE: &'static str = Lemmy::CONTENT_TYPE;
    const RESERVED: &'static [&'static str] = Lemmy::RESERVED;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| {
            object.member("error", error.code().as_str())?;
            object.member("message", &error.details().get("message"))
        })
    }
}
