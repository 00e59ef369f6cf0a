//! Response headers: which changes of their values break callers.

use errcode_docs::compare::Level::{self, Breaking, Minor};
use errcode_docs::{Header, Kind, Schema, compare};

use crate::fixture::{changed, error, flat, header};

fn level(old: Header, new: Header) -> Option<Level> {
    let with = |header| flat(vec![changed!(error("TAKEN", 409); headers: vec![header])]);
    compare(&with(old), &with(new)).level()
}

/// A header whose value is chosen at run time.
fn varying(name: &str, kind: Kind, format: Option<&str>) -> Header {
    changed!(header(name, None); schema: changed!(Schema::new(kind); format: format.map(str::to_owned)))
}

#[test]
fn a_change_of_a_fixed_value_is_breaking() {
    for (name, old, new) in [
        ("WWW-Authenticate", "Bearer", "Basic"),
        ("Proxy-Authenticate", "Basic", "Bearer"),
        ("Allow", "GET, HEAD", "GET"),
        ("Location", "/a", "/b"),
        ("Link", "<a>", "<b>"),
        ("X-Own", "a", "b"),
    ] {
        let fixed = |value| header(name, Some(value));
        assert_eq!(level(fixed(old), fixed(new)), Some(Breaking), "{name}");
        let any = || varying(name, Kind::String, None);
        assert_eq!(level(fixed(old), any()), Some(Breaking), "{name}");
        assert_eq!(level(any(), fixed(new)), Some(Minor), "{name}");
    }
}

/// Clients read such a value from each response.
#[test]
fn a_change_of_a_time_is_minor() {
    for (name, old, new) in [
        ("Retry-After", "5", "60"),
        ("retry-after", "5", "60"),
        ("Cache-Control", "no-store", "max-age=60"),
    ] {
        let fixed = |value| header(name, Some(value));
        assert_eq!(level(fixed(old), fixed(new)), Some(Minor), "{name}");
    }
    let seconds = || varying("Retry-After", Kind::Integer, None);
    let date = || varying("Retry-After", Kind::String, Some("http-date"));
    let text = || varying("Retry-After", Kind::String, None);
    let five = || header("Retry-After", Some("5"));
    let then = || header("Retry-After", Some("Sun, 06 Nov 1994 08:49:37 GMT"));
    assert_eq!(level(five(), seconds()), Some(Minor));
    assert_eq!(level(seconds(), five()), Some(Minor));
    assert_eq!(level(then(), date()), Some(Minor));
    assert_eq!(level(date(), then()), Some(Minor));
    // Clients parse a number of seconds and a date in different ways.
    for (old, new) in [
        (five(), then()),
        (five(), date()),
        (five(), text()),
        (then(), seconds()),
        (seconds(), then()),
        (seconds(), date()),
        (date(), seconds()),
        (date(), text()),
        (date(), five()),
    ] {
        let versions = format!("{old:?} {new:?}");
        assert_eq!(level(old, new), Some(Breaking), "{versions}");
    }
    assert_eq!(level(text(), date()), Some(Minor));
}
