//! The format `{"code":C,"detail":M,"details":{...}}`.

use super::{Cacheable, Format};
use crate::json::{FormatError, Object};
use crate::{Body, Occurrence};

/// `{"code":C,"detail":M,"details":{...}}`, as `application/json`: `#[api(format = flat)]`.
///
/// A format that adds a member of its own:
///
/// ```
/// use errcode_core::format::{Format, Flat};
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// struct Own;
///
/// impl Format for Own {
///     const NAME: &'static str = "own";
///     const CONTENT_TYPE: &'static str = Flat::CONTENT_TYPE;
///
///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///         body.object(|object| {
///             object.member("status", &error.status().as_u16())?;
///             Flat::write_members(error, object)
///         })
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Flat;

impl Flat {
    /// Writes the members of the format into an open object, for a format that adds its own.
    ///
    /// # Errors
    ///
    /// If a member cannot be written.
    pub fn write_members(
        error: &Occurrence<'_>,
        object: &mut Object<'_>,
    ) -> Result<(), FormatError> {
        object.member("code", &error.code())?;
        error.write_message("detail", object)?;
        error.write_details("details", object)
    }
}

impl Format for Flat {
    const NAME: &'static str = "flat";
    const CONTENT_TYPE: &'static str = "application/json";
    const CACHEABLE: Cacheable = Cacheable::Always;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| Self::write_members(error, object))
    }
}
