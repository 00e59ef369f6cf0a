//! The format `{"error":{"code":C,"message":M,"details":{...}}}`.

use super::{Cacheable, Format};
use crate::json::{FormatError, Object};
use crate::{Body, Occurrence};

/// `{"error":{"code":C,"message":M,"details":{...}}}`, as `application/json`: `#[api(format = nested)]`.
///
/// A format that adds a member of its own:
///
/// ```
/// use errcode_core::format::{Format, Nested};
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// struct Own;
///
/// impl Format for Own {
///     const NAME: &'static str = "own";
///     const CONTENT_TYPE: &'static str = Nested::CONTENT_TYPE;
///
///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///         body.object(|object| {
///             object.member("ok", &false)?;
///             object.object("error", |inner| Nested::write_members(error, inner))
///         })
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Nested;

impl Nested {
    /// Writes the members of the inner object, for a format that adds its own beside them.
    ///
    /// # Errors
    ///
    /// If a member cannot be written.
    pub fn write_members(
        error: &Occurrence<'_>,
        object: &mut Object<'_>,
    ) -> Result<(), FormatError> {
        object.member("code", &error.code())?;
        error.write_message("message", object)?;
        error.write_details("details", object)
    }
}

impl Format for Nested {
    const NAME: &'static str = "nested";
    const CONTENT_TYPE: &'static str = "application/json";
    const CACHEABLE: Cacheable = Cacheable::Always;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| object.object("error", |inner| Self::write_members(error, inner)))
    }
}
