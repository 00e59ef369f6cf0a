//! Problem details, RFC 9457.

use errcode_rules::member;

use super::{Cacheable, Format};
use crate::json::{FormatError, Object};
use crate::{Body, Occurrence, reason_phrase};

/// Problem details (RFC 9457), as `application/problem+json`.
///
/// `{"type":T,"title":T,"status":S,"detail":M,"instance":I,"code":C,...fields}`. `detail` is left out
/// if it equals the title, `instance` is present if the context has it, and `Problem<false>` writes no `code`.
/// It is the default format.
///
/// A format that adds a member of its own:
///
/// ```
/// use errcode_core::format::{Format, Problem};
/// use errcode_core::{Body, FormatError, Occurrence};
///
/// struct Own;
///
/// impl Format for Own {
///     const NAME: &'static str = "own";
///     const CONTENT_TYPE: &'static str = Problem::<true>::CONTENT_TYPE;
///     const RESERVED: &'static [&'static str] = &["type", "title", "status", "detail", "instance", "code", "request_id"];
///
///     fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
///         body.object(|object| {
///             <Problem>::write_members(error, object)?;
///             object.member("request_id", &error.context().request_id())
///         })
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Problem<const CODE: bool = true>;

impl<const CODE: bool> Problem<CODE> {
    /// Writes the members of the format into an open object, for a format that adds its own.
    ///
    /// State your members in [`RESERVED`](Format::RESERVED), so that no public field has their names.
    ///
    /// # Errors
    ///
    /// If a member cannot be written.
    pub fn write_members(
        error: &Occurrence<'_>,
        object: &mut Object<'_>,
    ) -> Result<(), FormatError> {
        // With `about:blank` the title is the reason phrase (RFC 9457, 4.2.1).
        let title = match error.type_uri() {
            "about:blank" => reason_phrase(error.status()),
            _ => error.title(),
        };
        object.member("type", error.type_uri())?;
        object.member("title", title)?;
        let title = object.last_value();
        object.member("status", &error.status().as_u16())?;
        let without_detail = object.len();
        error.write_message("detail", object)?;
        if object.slice(title) == object.slice(object.last_value()) {
            object.truncate(without_detail);
        }
        if let Some(instance) = error.context().instance() {
            object.member("instance", instance)?;
        }
        if CODE {
            object.member("code", &error.code())?;
        }
        error.write_members_beside(object, Self::RESERVED);
        Ok(())
    }
}

impl<const CODE: bool> Format for Problem<CODE> {
    const NAME: &'static str = if CODE {
        "problem"
    } else {
        "problem(code = false)"
    };
    const CONTENT_TYPE: &'static str = "application/problem+json";
    const RESERVED: &'static [&'static str] = member::of_problem(CODE);
    const CACHEABLE: Cacheable = Cacheable::WithoutRequest;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        body.object(|object| Self::write_members(error, object))
    }
}
