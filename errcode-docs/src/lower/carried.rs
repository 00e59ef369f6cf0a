//! Which facts the bodies of a format carry: made-up errors that differ in one fact are rendered by the real serializer,
//! and what changes the response is carried.

use std::collections::BTreeMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use bytes::Bytes;
use errcode_core::{ApiError, Code, Context, Details, Entry, StaticEntry, render};
use http::Response;

use super::example::Format;
use crate::model::fact::Fact;

/// The facts that the format carries for some status; `None` if its code cannot write an error that it does not know.
pub(super) fn carried(format: Format) -> Option<Vec<Fact>> {
    let facts = || {
        let is_carried = |fact: &Fact| {
            PROBES
                .iter()
                .any(|probes| is_carried(*fact, probes, format))
        };
        Fact::ALL.into_iter().filter(is_carried).collect()
    };
    // A format of a service may rely on the fields of its own errors.
    catch_unwind(AssertUnwindSafe(facts)).ok()
}

fn is_carried(fact: Fact, probes: &'static Probes, format: Format) -> bool {
    let plain = Probe::new(&probes.plain);
    let other = match fact {
        Fact::Code => Probe::new(&probes.code),
        Fact::NumericCode => {
            let [number, text] = [&probes.number, &probes.digits].map(Probe::new);
            return differ(&number, &text, format);
        }
        Fact::Message => Probe {
            text: "it says no",
            ..plain
        },
        Fact::Title => Probe::new(&probes.title),
        Fact::Type => Probe::new(&probes.type_uri),
        Fact::Category => Probe::new(&probes.category),
        Fact::Details => Probe { detail: 8, ..plain },
        Fact::FieldErrors => Probe {
            map_entry: "too long",
            ..plain
        },
        Fact::Retryable => Probe::new(&probes.retryable),
    };
    differ(&plain, &other, format)
}

fn differ(one: &Probe, other: &Probe, format: Format) -> bool {
    let [one, other] = [one, other].map(|probe| response(probe, format));
    one.body() != other.body() || one.headers() != other.headers()
}

fn response(probe: &Probe, format: Format) -> Response<Bytes> {
    render(probe, format, &Context::new())
}

/// Entries of one status that differ from the plain one in one fact.
struct Probes {
    plain: StaticEntry,
    code: StaticEntry,
    number: StaticEntry,
    digits: StaticEntry,
    title: StaticEntry,
    type_uri: StaticEntry,
    category: StaticEntry,
    retryable: StaticEntry,
}

impl Probes {
    const fn new(status: u16) -> Self {
        const fn entry(status: u16, code: Code) -> StaticEntry {
            StaticEntry::new(status, code)
                .exposed()
                .with_title("A title")
                .with_type_uri("https://example.com/a")
                .with_category("a_category")
        }
        let plain = entry(status, Code::new("A_CODE"));
        Self {
            plain,
            code: entry(status, Code::new("ANOTHER_CODE")),
            number: entry(status, Code::number("71001")),
            digits: entry(status, Code::new("71001")),
            title: plain.with_title("Another title"),
            type_uri: plain.with_type_uri("https://example.com/another"),
            category: plain.with_category("another_category"),
            retryable: plain.retryable(),
        }
    }
}

/// Some formats write other members for some statuses.
static PROBES: [Probes; 4] = [
    Probes::new(400),
    Probes::new(409),
    Probes::new(422),
    Probes::new(503),
];

/// A made-up error.
#[derive(Clone, Copy, Debug)]
struct Probe {
    entry: &'static StaticEntry,
    text: &'static str,
    detail: u8,
    map_entry: &'static str,
}

impl Probe {
    const fn new(entry: &'static StaticEntry) -> Self {
        Self {
            entry,
            text: "it says",
            detail: 7,
            map_entry: "too short",
        }
    }
}

impl fmt::Display for Probe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl std::error::Error for Probe {}

impl ApiError for Probe {
    fn entry(&self) -> Entry {
        self.entry.entry()
    }

    fn details(&self, details: &mut Details<'_>) {
        details.member("a_detail", &self.detail);
        let map = BTreeMap::from([("a_field", self.map_entry)]);
        details.flatten("errors", &map, &["a_detail"]);
    }
}

#[cfg(test)]
mod tests {
    use errcode_core::format::{self, Flat, FormatVtable, Html, Nested, Problem, ProblemXml, Text};
    use errcode_core::{Body, FormatError, Occurrence};

    use super::*;

    fn lost<F: format::Format>() -> Option<Vec<Fact>> {
        let carried = carried(FormatVtable::new::<F>())?;
        let lost = Fact::ALL.into_iter().filter(|fact| !carried.contains(fact));
        Some(lost.collect())
    }

    #[test]
    fn what_the_built_in_formats_leave_out() {
        use Fact::{Category, Code, Details, FieldErrors, NumericCode, Retryable, Title, Type};

        assert_eq!(lost::<Problem>(), Some(vec![Category, Retryable]));
        let without_code = [Code, NumericCode, Category, Retryable];
        assert_eq!(lost::<Problem<false>>(), Some(without_code.to_vec()));
        for lost in [lost::<Flat>(), lost::<Nested>()] {
            assert_eq!(lost, Some(vec![Title, Type, Category, Retryable]));
        }
        let all_but_message = [
            Code,
            NumericCode,
            Title,
            Type,
            Category,
            Details,
            FieldErrors,
            Retryable,
        ];
        assert_eq!(lost::<Text>(), Some(all_but_message.to_vec()));
        assert_eq!(
            lost::<ProblemXml>(),
            Some(vec![NumericCode, Category, Retryable])
        );
        // Its pages list the details, and numbers are texts.
        let of_html = lost::<Html>().unwrap();
        assert!(of_html.contains(&NumericCode) && !of_html.contains(&Details));
    }

    struct Own;

    impl format::Format for Own {
        const NAME: &'static str = "own";
        const CONTENT_TYPE: &'static str = "application/json";

        fn write(error: &Occurrence<'_>, body: &mut Body) -> Result<(), FormatError> {
            body.object(|object| {
                object.member("kind", &error.category())?;
                if error.status() == 409 {
                    object.member("a_detail", &error.details().text("a_detail"))?;
                }
                object.member("retry", &error.is_retryable())
            })
        }
    }

    #[test]
    fn a_format_is_asked_for_several_statuses() {
        let carried = carried(FormatVtable::new::<Own>());
        let expected = [Fact::Category, Fact::Details, Fact::Retryable];
        assert_eq!(carried, Some(expected.to_vec()));
    }

    struct Panics;

    impl format::Format for Panics {
        const NAME: &'static str = "panics";
        const CONTENT_TYPE: &'static str = "application/json";

        fn write(_: &Occurrence<'_>, _: &mut Body) -> Result<(), FormatError> {
            panic!("not one of my errors")
        }
    }

    #[test]
    fn nothing_is_known_of_a_format_that_panics() {
        assert_eq!(carried(FormatVtable::new::<Panics>()), None);
    }
}
