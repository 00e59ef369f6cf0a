//! Keeps bodies that do not depend on fields, so that each is written once.
//!
//! A derived error without public fields always has the same body in a format if its message is the same. The first
//! body is put into a table. Nothing is ever removed from it, so reading needs no lock. If the table is full, the body
//! is written each time.

use std::fmt;
use std::ptr;
use std::sync::{LazyLock, OnceLock};

use bytes::Bytes;

use crate::format::FormatVtable;
use crate::message::Outcome;
use crate::{Entry, Occurrence};

/// The number of bodies that can be kept.
const SLOTS: usize = 1024;

/// The number of slots that are tried for a body.
const TRIES: usize = 8;

/// It is allocated with the first body, so that the binary does not get larger.
static BODIES: LazyLock<Box<[OnceLock<Kept>]>> =
    LazyLock::new(|| (0..SLOTS).map(|_| OnceLock::new()).collect());

struct Kept {
    entry: Entry,
    format: &'static FormatVtable,
    /// The message in the body.
    message: &'static str,
    body: &'static [u8],
}

impl Kept {
    fn belongs_to(&self, error: &Occurrence<'_>, format: &'static FormatVtable) -> bool {
        self.entry == error.entry() && ptr::eq(self.format, format)
    }

    /// Whether the message of the error is the one in the body.
    fn has_same_message(&self, error: &Occurrence<'_>) -> bool {
        if error.fixed_message().is_some() {
            return true;
        }
        let mut rest = Rest(Some(self.message));
        error.whole_message(&mut rest).is_ok() && rest.0 == Some("")
    }
}

/// The rest of a text that is compared with the pieces a `Display` writes. It is `None` after a difference, because a
/// `Display` may continue after an error.
struct Rest<'a>(Option<&'a str>);

impl fmt::Write for Rest<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.and_then(|rest| rest.strip_prefix(text));
        self.0.map(|_| ()).ok_or(fmt::Error)
    }
}

/// The kept body, if it is the body of this error.
pub(crate) fn get(error: &Occurrence<'_>, format: &'static FormatVtable) -> Option<Bytes> {
    if !is_constant(error, format) {
        return None;
    }
    // A body is put into the first free slot, so the search ends at a free slot.
    let mut slots = slots(error.entry(), format).map_while(OnceLock::get);
    let kept = slots.find(|kept| kept.belongs_to(error, format))?;
    kept.has_same_message(error)
        .then(|| Bytes::from_static(kept.body))
}

/// Keeps a body if it is the same for all occurrences and a slot is free.
pub(crate) fn put(error: &Occurrence<'_>, format: &'static FormatVtable, body: &[u8]) {
    if !is_constant(error, format) {
        return;
    }
    let has_another = |slot: &&OnceLock<Kept>| {
        let kept = slot.get();
        kept.is_some_and(|kept| !kept.belongs_to(error, format))
    };
    let mut slots = slots(error.entry(), format).skip_while(has_another);
    let Some(free) = slots.next().filter(|slot| slot.get().is_none()) else {
        return;
    };
    // The message is kept too, to be compared with the message of the next occurrence. A body whose message was cut is
    // not kept, because each cut is logged.
    let mut message = String::new();
    if error.bounded_message(&mut message) != Outcome::Whole {
        return;
    }
    let kept = free.get_or_init(|| Kept {
        entry: error.entry(),
        format,
        message: message.leak(),
        body: body.to_vec().leak(),
    });
    // Another thread has put another body into this slot in the meantime.
    if !kept.belongs_to(error, format) {
        put(error, format, body);
    }
}

/// Whether the body depends on the message alone.
fn is_constant(error: &Occurrence<'_>, format: &FormatVtable) -> bool {
    error.is_constant() && format.is_cacheable_in(error.context())
}

/// The slots for a body, by the addresses of its entry and format.
fn slots(
    entry: Entry,
    format: &'static FormatVtable,
) -> impl Iterator<Item = &'static OnceLock<Kept>> {
    let key = entry.address() ^ ptr::from_ref(format).addr().rotate_left(7);
    let start = key.wrapping_mul(0x9e37_79b9) >> 8;
    let bodies = &**BODIES;
    (0..TRIES).map(move |step| &bodies[start.wrapping_add(step) % SLOTS])
}

#[cfg(test)]
mod tests {
    use errcode_rules::text::LIMIT;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

    use super::*;
    use crate::error::occurrence;
    use crate::format::{Flat, Format, Nested, Problem};
    use crate::sample::{Sample, row, varying_row};
    use crate::{ApiError, Body, Context, FormatError, to_response, to_response_with};

    fn body(error: &Sample) -> Bytes {
        to_response(error).into_body()
    }

    /// Whether two responses to the same error share one body.
    fn is_kept(error: &Sample) -> bool {
        let (one, two) = (body(error), body(error));
        assert_eq!(one, two);
        let three = body(error);
        assert_eq!(one, three);
        two.as_ptr() == three.as_ptr()
    }

    #[test]
    fn a_body_that_never_varies_is_written_once() {
        assert!(is_kept(&Sample::new(row(404))));
        assert!(is_kept(&Sample::new(row(500))));
        assert!(!is_kept(&Sample::new(varying_row(404))));
        let failing = Sample {
            text: None,
            ..Sample::new(row(404))
        };
        assert!(!is_kept(&failing));
        let long = Sample {
            text: Some("a".repeat(LIMIT + 1).leak()),
            ..failing
        };
        assert!(!is_kept(&long));
    }

    #[test]
    fn a_body_with_another_message_is_written_again() {
        let entry = row(404);
        for text in ["abc", "ab", "abcd", "", "abc", "xbc"] {
            let error = Sample {
                text: Some(text),
                format: FormatVtable::new::<Flat>(),
                ..Sample::new(entry)
            };
            let expected = format!(r#"{{"code":"A","detail":"{text}"}}"#);
            assert_eq!(body(&error), expected);
            assert_eq!(body(&error), expected);
        }
        let failing = Sample {
            text: None,
            format: FormatVtable::new::<Flat>(),
            ..Sample::new(entry)
        };
        assert_eq!(body(&failing), r#"{"code":"A","detail":"Not Found"}"#);
    }

    #[test]
    fn a_text_stays_different_after_a_difference() {
        use fmt::Write;

        let mut rest = Rest(Some("abc"));
        assert_eq!(rest.write_str("a"), Ok(()));
        assert_eq!(rest.write_str("x"), Err(fmt::Error));
        assert_eq!(rest.write_str("bc"), Err(fmt::Error));
        assert_eq!(rest.write_str(""), Err(fmt::Error));
    }

    #[test]
    fn a_display_is_written_twice_where_it_changes() {
        static WRITTEN: AtomicUsize = AtomicUsize::new(0);

        struct Counted(Sample);

        impl fmt::Debug for Counted {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Display for Counted {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", WRITTEN.fetch_add(1, Ordering::Relaxed))
            }
        }

        impl std::error::Error for Counted {}

        impl ApiError for Counted {
            fn entry(&self) -> Entry {
                self.0.entry
            }

            fn is_derived(&self) -> bool {
                true
            }
        }

        let error = Counted(Sample::new(row(404)));
        to_response(&error);
        // For the log, if it looks, to compare, and for the body.
        let written = || {
            let before = WRITTEN.load(Ordering::Relaxed);
            to_response(&error);
            WRITTEN.load(Ordering::Relaxed) - before
        };
        assert_eq!([written(), written()], [2, 2]);
    }

    #[test]
    fn many_entries_and_formats_keep_their_own_bodies() {
        let formats = [
            FormatVtable::new::<Flat>(),
            FormatVtable::new::<Nested>(),
            FormatVtable::new::<Problem>(),
        ];
        let errors: Vec<Sample> = (0..60)
            .flat_map(|at| {
                let entry = row(400 + at);
                formats.map(|format| Sample {
                    format,
                    ..Sample::new(entry)
                })
            })
            .collect();
        for _ in 0..2 {
            for error in &errors {
                let mut fresh = Body::new();
                let context = Context::new();
                let occurrence = occurrence(error, error.format, &context);
                error.format.write(&occurrence, &mut fresh).unwrap();
                assert_eq!(body(error), fresh.as_bytes());
            }
        }
    }

    #[test]
    fn a_body_with_facts_of_the_request_is_not_kept() {
        let entry = row(404);
        let problem = Sample::new(entry);
        let context = |path: &str| Context::new().with_instance(path);
        let at = |path| to_response_with(&problem, &context(path)).into_body();
        assert!(is_kept(&problem));
        assert!(at("/a").windows(4).any(|bytes| bytes == b"\"/a\""));
        assert!(at("/b").windows(4).any(|bytes| bytes == b"\"/b\""));
        assert!(!body(&problem).windows(3).any(|bytes| bytes == b"\"/b"));
        // A format that does not read the context has one body for all requests.
        let flat = Sample {
            format: FormatVtable::new::<Flat>(),
            ..problem
        };
        assert!(is_kept(&flat));
        let known = to_response_with(&flat, &context("/a")).into_body();
        assert_eq!(known.as_ptr(), body(&flat).as_ptr());
    }

    #[test]
    fn a_body_without_its_details_is_not_kept() {
        static FAILS: AtomicBool = AtomicBool::new(true);

        struct Once;

        impl Format for Once {
            const NAME: &'static str = "once";
            const CONTENT_TYPE: &'static str = "text/plain";

            fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
                if !error.has_details() {
                    return body.json("short");
                }
                if FAILS.swap(false, Ordering::Relaxed) {
                    return Err(fmt::Error.into());
                }
                body.json("whole")
            }
        }

        let error = Sample {
            format: FormatVtable::new::<Once>(),
            ..Sample::new(row(404))
        };
        assert_eq!(body(&error), r#""short""#);
        assert_eq!(body(&error), r#""whole""#);
    }
}
