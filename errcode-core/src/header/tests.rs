//! Values of each type, and which headers of an error are sent.

use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};

use super::*;
use crate::{Code, StaticEntry};

fn text<T: HeaderField + ?Sized>(value: &T) -> String {
    let value = value.header_value().unwrap().unwrap();
    value.to_str().unwrap().to_owned()
}

#[test]
fn values_of_each_type() {
    assert_eq!(text(&u64::MAX), "18446744073709551615");
    assert_eq!(text(&-5_i8), "-5");
    assert_eq!(text("a b"), "a b");
    assert_eq!(text(&String::from("x")), "x");
    assert_eq!(text(&Cow::from("x")), "x");
    assert_eq!(text(&Box::<str>::from("x")), "x");
    assert_eq!(text(&Rc::<str>::from("x")), "x");
    assert_eq!(text(&Arc::<str>::from("x")), "x");
    assert_eq!(text(&NonZero::<u8>::MAX), "255");
    assert_eq!(text(&NonZero::<i128>::MIN), i128::MIN.to_string());
    assert_eq!(text(&Duration::ZERO), "0");
    assert_eq!(text(&Duration::from_nanos(1)), "1");
    assert_eq!(text(&Duration::from_secs(30)), "30");
    assert_eq!(text(&Duration::MAX), u64::MAX.to_string());
    let before = UNIX_EPOCH - Duration::from_secs(1);
    assert_eq!(text(&before), "Thu, 01 Jan 1970 00:00:00 GMT");
    assert_eq!(text(&Method::GET), "GET");
    assert_eq!(text(&[Method::GET, Method::HEAD]), "GET, HEAD");
    assert_eq!(text(&Vec::<Method>::new()), "");
    assert_eq!(text(&HeaderValue::from_static("v")), "v");
    assert_eq!(text(&true), "true");
    assert_eq!(text(&false), "false");
    assert_eq!(text(&Uri::from_static("/a?b=c")), "/a?b=c");
    assert_eq!(
        text(&HttpDate::from(UNIX_EPOCH)),
        "Thu, 01 Jan 1970 00:00:00 GMT"
    );
    assert_eq!(text(&["a", "b"]), "a, b");
    assert_eq!(Vec::<u8>::new().header_value().unwrap(), None);
    assert!(vec!["a", "\n"].header_value().is_err());
    assert_eq!(text(&Some(7)), "7");
    assert_eq!(None::<&str>.header_value().unwrap(), None);
}

const BARE: StaticEntry = StaticEntry::new(400, Code::new("A"));
const PLAIN: StaticEntry = BARE
    .with_headers(&[("x-a", "1"), ("x-a", "2"), ("x b", "3"), ("x-c", "\n")])
    .with_challenge("Bearer");
const OWN: StaticEntry = BARE
    .with_headers(&[("WWW-Authenticate", "Basic")])
    .with_challenge("Bearer");

/// The headers of a response: the fixed ones, and those of fields.
fn sent(
    entry: StaticEntry,
    status: u16,
    fields: impl FnOnce(&mut Headers<'_>),
) -> Vec<(String, String)> {
    let entry = Box::leak(Box::new(entry)).entry();
    let status = StatusCode::from_u16(status).unwrap();
    let mut map = HeaderMap::new();
    fields(&mut Headers::new(entry, status, &mut map));
    map.iter()
        .map(|(name, value)| (name.to_string(), text(value)))
        .collect()
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

#[test]
fn fixed_headers_and_the_challenge() {
    let fixed = [pair("x-a", "1"), pair("x-a", "2")];
    assert_eq!(sent(PLAIN, 400, |_| {}), fixed);
    let found = sent(PLAIN, 401, |_| {});
    assert_eq!(found[..2], fixed);
    assert_eq!(found[2..], [pair("www-authenticate", "Bearer")]);
    let own = [pair("www-authenticate", "Basic")];
    assert_eq!(sent(OWN, 401, |_| {}), own);
    assert_eq!(sent(OWN, 403, |_| {}), own);
    assert_eq!(sent(BARE, 401, |_| {}), []);
}

#[test]
fn a_field_replaces_a_fixed_header() {
    let found = sent(OWN, 401, |headers| {
        headers.field("retry-after", &Duration::from_secs(3));
        headers.field("www-authenticate", "Digest");
    });
    let both = [pair("www-authenticate", "Digest"), pair("retry-after", "3")];
    assert_eq!(found, both);
    let found = sent(OWN, 401, |headers| {
        headers.field("www-authenticate", "\n");
        headers.field("www-authenticate", &None::<u8>);
        headers.field("x a", "value");
    });
    assert_eq!(found, [pair("www-authenticate", "Basic")]);
}

#[test]
fn a_list_is_a_line_for_each_value() {
    let found = sent(PLAIN, 400, |headers| {
        headers.field("x-a", &vec!["3", "\n", "4"]);
        headers.field("set-cookie", &Some(["a=1", "b=2"]));
        headers.field("allow", &[Method::GET, Method::HEAD]);
        headers.field("x-none", &Vec::<String>::new());
        // One value, whatever the field has.
        headers.field("retry-after", &[1, 2]);
    });
    let expected = [
        pair("x-a", "3"),
        pair("x-a", "4"),
        pair("set-cookie", "a=1"),
        pair("set-cookie", "b=2"),
        pair("allow", "GET, HEAD"),
        pair("retry-after", "1"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn fields_of_one_name_add_up_where_the_header_is_a_list() {
    let found = sent(OWN, 401, |headers| {
        headers.field("www-authenticate", &None::<u8>);
        headers.field("www-authenticate", "Digest");
        headers.field("www-authenticate", &["Negotiate", "Bearer"]);
        headers.field("x-b", "1");
        headers.field("x-b", "2");
    });
    let expected = [
        pair("www-authenticate", "Digest"),
        pair("www-authenticate", "Negotiate"),
        pair("www-authenticate", "Bearer"),
        pair("x-b", "2"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_map_is_sent_but_for_headers_of_the_message() {
    let mut map = HeaderMap::new();
    for (name, value) in [
        ("x-a", "3"),
        ("x-a", "4"),
        ("content-length", "7"),
        ("content-type", "text/plain"),
        ("etag", "\"a\""),
        ("connection", "close"),
        ("date", "Thu, 01 Jan 1970 00:00:00 GMT"),
        ("link", "</a>"),
    ] {
        map.append(name, HeaderValue::from_static(value));
    }
    map.append("x-raw", HeaderValue::from_bytes(b"\xff").unwrap());
    let found = sent(PLAIN, 400, |headers| {
        headers.all(&map);
        headers.field("link", "</b>");
    });
    let expected = [
        pair("x-a", "3"),
        pair("x-a", "4"),
        pair("link", "</a>"),
        pair("link", "</b>"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn a_value_is_ascii_as_a_fixed_one_is() {
    assert_eq!(sent(BARE, 400, |headers| headers.field("x-b", "é")), []);
}

#[test]
fn an_invalid_value_is_an_error() {
    for bad in ["a\r\nSet-Cookie: x=1", "a\0", "\u{7f}", "\u{1b}[2J"] {
        assert!(bad.header_value().is_err(), "{bad:?}");
    }
}

#[test]
fn a_time_to_wait_is_seconds_or_a_date() {
    assert_eq!(retry_after("120"), Some(Duration::from_secs(120)));
    assert_eq!(retry_after("0"), Some(Duration::ZERO));
    let date = text(&(SystemTime::now() + Duration::from_secs(1000)));
    let wait = retry_after(&date).unwrap();
    assert!((900..=1000).contains(&wait.as_secs()), "{wait:?}");
    let past = retry_after("Thu, 01 Jan 1970 00:00:00 GMT");
    assert_eq!(past, Some(Duration::ZERO));
    for bad in ["", "-1", "1.5", "soon", "99999999999999999999"] {
        assert_eq!(retry_after(bad), None, "{bad}");
    }
}

#[test]
fn a_long_value_is_left_out() {
    let of_length = |length| {
        sent(PLAIN, 400, |headers| {
            headers.field("x-a", &"a".repeat(length));
        })
    };
    assert_eq!(of_length(4096), [pair("x-a", &"a".repeat(4096))]);
    assert_eq!(of_length(4097), [pair("x-a", "1"), pair("x-a", "2")]);
}
