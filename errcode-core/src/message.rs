//! The client's message: where it comes from, and how a text is cut at a limit.

use std::borrow::Cow;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use errcode_rules::text::cut;
use http::StatusCode;

use crate::Entry;

/// What became of a text that was written through [`bounded`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Whole,
    /// It was longer than the limit and is cut at a character.
    Cut,
    /// The `Display` behind it failed or panicked.
    Failed,
}

/// The default of `ApiError::write_message`, which generated code calls for its plain variants.
///
/// # Errors
///
/// What the writer or `Display` give.
pub fn write(
    entry: Entry,
    status: StatusCode,
    error: &dyn fmt::Display,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    match entry.fixed_message(status) {
        Some(text) => out.write_str(text),
        None => write!(out, "{error}"),
    }
}

/// Writes the text of a `message = path` function, in generated code.
///
/// # Errors
///
/// What the writer gives.
pub fn write_text<'a>(out: &mut dyn fmt::Write, text: impl Text<'a>) -> fmt::Result {
    out.write_str(&text.into())
}

/// What a `message = path` function may return: `String`, `&str` and the like.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the text of a message",
    label = "not a text",
    note = "return a `String`, a `&'static str`, or a `Cow<'_, str>`"
)]
pub trait Text<'a>: Into<Cow<'a, str>> {}

#[diagnostic::do_not_recommend]
impl<'a, T: Into<Cow<'a, str>>> Text<'a> for T {}

/// Runs `write` against a writer that stops at `limit` bytes.
pub(crate) fn bounded(
    out: &mut dyn fmt::Write,
    limit: usize,
    write: impl FnOnce(&mut dyn fmt::Write) -> fmt::Result,
) -> Outcome {
    let mut bounded = Bounded {
        out,
        left: limit,
        cut: false,
    };
    match caught(|| write(&mut bounded)).unwrap_or(Err(fmt::Error)) {
        _ if bounded.cut => Outcome::Cut,
        Ok(()) => Outcome::Whole,
        Err(fmt::Error) => Outcome::Failed,
    }
}

/// Runs code of a user, for example `Display`. `None` if it panics.
pub(crate) fn caught<T>(run: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(run)).ok()
}

struct Bounded<'a> {
    out: &'a mut dyn fmt::Write,
    left: usize,
    cut: bool,
}

impl fmt::Write for Bounded<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.cut {
            return Err(fmt::Error);
        }
        let fitting = cut(text, self.left);
        self.cut = fitting.len() < text.len();
        self.left -= fitting.len();
        self.out.write_str(fitting)?;
        if self.cut { Err(fmt::Error) } else { Ok(()) }
    }
}

/// Text with control characters escaped, for one log record.
pub(crate) struct Escaped<'a>(pub(crate) &'a mut dyn fmt::Write);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            if character.is_control() || errcode_rules::text::is_invisible(character) {
                write!(self.0, "{}", character.escape_default())?;
            } else {
                self.0.write_char(character)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use errcode_rules::text::LIMIT;

    use super::*;

    fn through(parts: &[&str]) -> (String, Outcome) {
        let mut text = String::new();
        let outcome = bounded(&mut text, LIMIT, |out| {
            parts.iter().try_for_each(|part| out.write_str(part))
        });
        (text, outcome)
    }

    #[test]
    fn text_is_cut_at_a_character() {
        let whole = "a".repeat(LIMIT);
        assert_eq!(through(&[&whole]), (whole.clone(), Outcome::Whole));
        assert_eq!(through(&[&whole, ""]), (whole.clone(), Outcome::Whole));
        assert_eq!(through(&[&whole, "b"]), (whole.clone(), Outcome::Cut));
        // Four bytes a character, one byte too far to the right.
        let (text, outcome) = through(&["x", &"😀".repeat(LIMIT)]);
        assert_eq!(outcome, Outcome::Cut);
        assert_eq!(text.len(), LIMIT - 3);
        assert!(text.ends_with('😀'));
    }

    #[test]
    fn a_writer_that_is_full_stays_full() {
        // A `Display` that ignores errors can't get a later, shorter piece past the bound.
        let mut text = String::new();
        let outcome = bounded(&mut text, LIMIT, |out| {
            let _ = out.write_str(&"é".repeat(LIMIT));
            let _ = out.write_str("a");
            Ok(())
        });
        assert_eq!((text.len(), outcome), (LIMIT, Outcome::Cut));
        assert!(!text.contains('a'));
    }

    #[test]
    fn where_the_clients_text_comes_from() {
        use crate::{Code, StaticEntry};

        let code = Code::new("A");
        let status = StatusCode::NOT_FOUND;
        let written = |entry: StaticEntry, status| {
            let entry = Box::leak(Box::new(entry)).entry();
            let mut text = String::new();
            write(entry, status, &"display", &mut text).unwrap();
            text
        };
        let (shown, masked) = (StaticEntry::new(404, code), StaticEntry::new(500, code));
        assert_eq!(written(shown, status), "display");
        assert_eq!(written(shown.with_message("fixed"), status), "fixed");
        assert_eq!(written(masked, StatusCode::BAD_GATEWAY), "Bad Gateway");
        assert_eq!(written(masked.exposed(), status), "display");

        let mut text = String::new();
        write_text(&mut text, "of a function").unwrap();
        assert_eq!(text, "of a function");
    }

    #[test]
    fn one_log_record_is_one_line() {
        use fmt::Write;

        let mut text = String::new();
        let all = "é\n\u{1b}\u{200b}\u{200f}\u{2028}\u{202e}\u{2066}\u{2069}\u{feff}\u{7f}.";
        Escaped(&mut text).write_str(all).unwrap();
        let escaped = r"é\n\u{1b}\u{200b}\u{200f}\u{2028}\u{202e}\u{2066}\u{2069}\u{feff}\u{7f}.";
        assert_eq!(text, escaped);

        for invisible in ['\u{ad}', '\u{61c}', '\u{2060}', '\u{2064}', '\u{e0041}'] {
            let mut text = String::new();
            Escaped(&mut text).write_char(invisible).unwrap();
            assert_eq!(text, invisible.escape_default().to_string());
        }
    }

    #[test]
    fn a_failing_display_differs_from_a_long_one() {
        let mut text = String::new();
        assert_eq!(
            bounded(&mut text, LIMIT, |_| Err(fmt::Error)),
            Outcome::Failed
        );
    }
}
