//! The message alone, as plain text.

use std::fmt::Write;

use super::{Cacheable, Format};
use crate::json::FormatError;
use crate::{Body, Occurrence};

/// The message alone, as `text/plain; charset=utf-8`. Code and details are not in the body.
///
/// ```
/// use errcode_core::format::{Format, Text};
///
/// assert_eq!(Text::CONTENT_TYPE, "text/plain; charset=utf-8");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Text;

impl Format for Text {
    const NAME: &'static str = "text";
    const CONTENT_TYPE: &'static str = "text/plain; charset=utf-8";
    const CACHEABLE: Cacheable = Cacheable::Always;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        Ok(body.write_str(&error.message())?)
    }
}
