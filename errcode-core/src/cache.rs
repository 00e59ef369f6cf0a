//! Bodies that are always the same, made once.
//!
//! An entry without public fields has one body in a format, unless its `Display` says something else
//! next time. The first body stays in a table that is only ever filled: reading it takes no lock. A
//! full table costs nothing but the rendering.

use std::fmt;
use std::ptr;
use std::sync::{LazyLock, OnceLock};

use bytes::Bytes;

use crate::format::FormatFns;
use crate::message::Outcome;
use crate::{Entry, Occurrence, message};

/// How many bodies are kept.
const SLOTS: usize = 1024;

/// How many places are tried for one body.
const TRIES: usize = 8;

/// Made with the first body: in the binary the table would stand as it is.
static BODIES: LazyLock<Box<[OnceLock<Kept>]>> =
    LazyLock::new(|| (0..SLOTS).map(|_| OnceLock::new()).collect());

struct Kept {
    entry: &'static Entry,
    format: &'static FormatFns,
    /// The message in it, where it comes from `Display`.
    message: &'static str,
    body: &'static [u8],
}

impl Kept {
    fn is_of(&self, error: &Occurrence<'_>, format: &'static FormatFns) -> bool {
        ptr::eq(self.entry, error.entry()) && ptr::eq(self.format, format)
    }

    /// Whether the error says what it said when the body was made.
    fn says_the_same(&self, error: &Occurrence<'_>) -> bool {
        if error.fixed_message().is_some() {
            return true;
        }
        let mut rest = Rest(self.message);
        error.write_message(&mut rest).is_ok() && rest.0.is_empty()
    }
}

/// What is left of a text that is written once more; an error where it differs.
struct Rest<'a>(&'a str);

impl fmt::Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.strip_prefix(text).ok_or(fmt::Error)?;
        Ok(())
    }
}

/// The body, if it was made before and would be the same now.
pub(crate) fn get(error: &Occurrence<'_>, format: &'static FormatFns) -> Option<Bytes> {
    if !is_constant(error, format) {
        return None;
    }
    // A body is kept in the first free place, so that a free one ends the search.
    let mut places = places(error.entry(), format).map_while(OnceLock::get);
    let kept = places.find(|kept| kept.is_of(error, format))?;
    kept.says_the_same(error)
        .then(|| Bytes::from_static(kept.body))
}

/// Keeps a body, if it is the same for all occurrences and there is room.
pub(crate) fn put(error: &Occurrence<'_>, format: &'static FormatFns, body: &[u8]) {
    if !is_constant(error, format) {
        return;
    }
    let mut said = String::new();
    if error.fixed_message().is_none()
        && message::bounded(&mut said, |out| error.write_message(out)) != Outcome::Whole
    {
        return;
    }
    for place in places(error.entry(), format) {
        let kept = place.get_or_init(|| Kept {
            entry: error.entry(),
            format,
            message: said.clone().leak(),
            body: body.to_vec().leak(),
        });
        if kept.is_of(error, format) {
            return;
        }
    }
}

/// Whether nothing but `Display` could make a difference.
fn is_constant(error: &Occurrence<'_>, format: &FormatFns) -> bool {
    error.entry().is_constant()
        && !error.is_bare()
        && (!format.uses_context() || error.context().is_empty())
}

/// The places for a body, by the addresses of its entry and format.
fn places(
    entry: &'static Entry,
    format: &'static FormatFns,
) -> impl Iterator<Item = &'static OnceLock<Kept>> {
    let key = ptr::from_ref(entry).addr() ^ ptr::from_ref(format).addr().rotate_left(7);
    let start = key.wrapping_mul(0x9e37_79b9) >> 8;
    let bodies = &**BODIES;
    (0..TRIES).map(move |further| &bodies[start.wrapping_add(further) % SLOTS])
}
