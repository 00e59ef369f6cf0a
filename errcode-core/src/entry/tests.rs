//! Which facts an entry states, and which message they determine.

use errcode_rules::entry::flags;

use super::*;
use crate::table::{Sparse, Texts};

fn message(entry: &StaticEntry) -> Option<&'static str> {
    let entry = Box::leak(Box::new(*entry)).entry();
    entry.fixed_message(entry.status())
}

#[test]
fn an_entry_has_a_status_of_three_digits() {
    for status in [100, 400, 999] {
        let entry = Box::leak(Box::new(StaticEntry::new(status, Code::new("A"))));
        assert_eq!(entry.entry().status(), status);
    }
    for status in [0, 99, 1000] {
        let made = std::panic::catch_unwind(|| StaticEntry::new(status, Code::new("A")));
        assert!(made.is_err(), "{status}");
    }
}

#[test]
fn display_is_for_a_4xx() {
    for (status, phrase) in [
        (399, Some("Unknown Status")),
        (400, None),
        (499, None),
        (500, Some("Internal Server Error")),
    ] {
        let entry = StaticEntry::new(status, Code::new("A"));
        assert_eq!(message(&entry), phrase, "{status}");
        assert_eq!(message(&entry.exposed()), None, "{status}");
        assert_eq!(message(&entry.with_message("m")), Some("m"), "{status}");
    }
}

#[test]
fn a_static_entry_states_all_that_a_derived_one_has() {
    static PLAIN: StaticEntry = StaticEntry::new(404, Code::number("1"));
    static FULL: StaticEntry = StaticEntry::new(404, Code::number("2"))
        .with_title("T")
        .with_type_uri("urn:t")
        .with_category("c")
        .with_headers(&[("X-A", "a")])
        .with_challenge("Bearer");
    let (plain, full) = (PLAIN.entry(), FULL.entry());
    let codes = [plain, full].map(|entry| entry.code().as_i64());
    assert_eq!(codes, [Some(1), Some(2)]);
    assert_eq!((plain.title(), full.title()), ("Not Found", "T"));
    assert_eq!(plain.declared_title(), None);
    assert_eq!(full.declared_title(), Some("T"));
    let types = (plain.type_uri(), full.type_uri());
    assert_eq!(types, ("about:blank", "urn:t"));
    assert_eq!((plain.category(), full.category()), (None, Some("c")));
    assert_eq!(plain.headers().count(), 0);
    assert_eq!(full.headers().collect::<Vec<_>>(), [("X-A", "a")]);
    let challenges = (plain.challenge(), full.challenge());
    assert_eq!(challenges, (None, Some("Bearer")));
    assert!(plain == PLAIN.entry() && plain != full && !plain.is_constant());
}

#[test]
fn rows_read_their_columns() {
    static TABLE: Table = Table {
        statuses: &[404, 404, 502, 404, 1000],
        codes: Texts {
            ends: &[1, 3, 3, 4, 5],
            text: "ABCDE",
        },
        flags: &[
            flags(MessageSource::Fixed, true),
            flags(MessageSource::ReasonPhrase, false),
            flags(MessageSource::Written, true),
            flags(MessageSource::Fixed, false),
            flags(MessageSource::Written, false),
        ],
        messages: Sparse {
            rows: &[0, 3],
            texts: Texts {
                ends: &[1, 2],
                text: "mn",
            },
        },
        header_names: Sparse {
            rows: &[1, 1, 4],
            texts: Texts {
                ends: &[1, 2, 3],
                text: "xyz",
            },
        },
        header_values: Texts {
            ends: &[2, 4, 6],
            text: "112233",
        },
        ..Table::EMPTY
    };
    let rows = [0, 1, 2, 3, 4].map(|row| Entry::row(&TABLE, row));
    let codes = rows.map(|row| row.code().as_str());
    assert_eq!(codes, ["A", "BC", "", "D", "E"]);
    let messages = rows.map(|row| row.fixed_message(row.status()));
    let expected = [Some("m"), Some("Not Found"), None, Some("n"), None];
    assert_eq!(messages, expected);
    let constant = rows.map(Entry::is_constant);
    assert_eq!(constant, [false, true, false, true, true]);
    // Not a status, which is reported where it was written.
    assert_eq!(rows[4].status(), StatusCode::INTERNAL_SERVER_ERROR);
    let headers = rows.map(|row| row.headers().collect::<Vec<_>>());
    assert_eq!(headers[1], [("x", "11"), ("y", "22")]);
    assert_eq!(headers[4], [("z", "33")]);
    assert!(headers[0].is_empty() && headers[3].is_empty());
    assert!(rows[1] == rows[1] && rows[1] != rows[3]);
    assert_eq!(rows[1].type_uri(), "about:blank");
}
