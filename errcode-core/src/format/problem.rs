//! Problem details, RFC 9457.

use errcode_rules::member;

use super::Varies;
use crate::{Body, Format, FormatError, Occurrence, reason_phrase};

/// Problem details (RFC 9457), as `application/problem+json`.
///
/// `{"type":T,"title":T,"status":S,"detail":M,"instance":I,"code":C,...fields}`. `detail` is left out
/// where it says no more than the title, `instance` is there when the context knows it, and
/// `Problem<false>` writes no `code`.
#[derive(Clone, Copy, Debug)]
pub struct Problem<const CODE: bool = true>;

impl<const CODE: bool> Format for Problem<CODE> {
    const NAME: &'static str = if CODE {
        "problem"
    } else {
        "problem(code = false)"
    };
    const CONTENT_TYPE: &'static str = "application/problem+json";
    const RESERVED: &'static [&'static str] = member::of_problem(CODE);
    const VARIES: Varies = Varies::WithContext;

    fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
        // With `about:blank` the title is the reason phrase (RFC 9457, 4.2.1).
        let title = match error.type_uri() {
            "about:blank" => reason_phrase(error.status()),
            _ => error.title(),
        };
        body.open();
        body.member("type", error.type_uri())?;
        let title_text = body.member("title", title)?;
        body.member("status", &error.status().as_u16())?;
        body.message_unless("detail", error, title_text)?;
        if let Some(instance) = error.context().instance() {
            body.member("instance", instance)?;
        }
        if CODE {
            body.member("code", &error.code())?;
        }
        body.members(error, Self::RESERVED, false);
        body.close();
        Ok(())
    }
}
