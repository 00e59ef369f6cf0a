//! `with = path`: fields that are written as what a function makes of them.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use errcode::ApiError;
use errcode::header::{HttpDate, unix_seconds};

use crate::answer::answer;

/// A type of another crate, which is neither a header nor serializable.
#[derive(Debug)]
struct Money {
    cents: u64,
}

impl Money {
    fn text(&self) -> String {
        format!("{}.{:02}", self.cents / 100, self.cents % 100)
    }
}

#[expect(clippy::ptr_arg, reason = "a function of the field")]
fn currencies_of(all: &Vec<Money>) -> std::collections::BTreeMap<String, u64> {
    all.iter()
        .map(|money| (money.text(), money.cents))
        .collect()
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("error")]
#[api(format = flat)]
enum Error<'a, T: std::fmt::Debug> {
    #[api(status = 429, code = "LIMITED")]
    Limited {
        #[api(public, header = "Retry-After", with = Duration::as_secs)]
        retry_after: Duration,
        #[api(public = "pause", with = Duration::as_secs)]
        optional: Option<Duration>,
    },
    #[api(status = 503, code = "READ_ONLY", message = "read-only")]
    ReadOnly {
        #[api(public, header = "Retry-After", with = HttpDate::of)]
        until: SystemTime,
        #[api(public, header = "X-Reset", with = unix_seconds)]
        reset: SystemTime,
    },
    #[api(status = 402, code = "PRICE", message = "pay")]
    Price {
        #[api(public, header = "X-Price", with = Money::text)]
        price: Money,
        #[api(flatten, with = currencies_of)]
        other: Vec<Money>,
        #[api(public, with = str::len)]
        length: &'a str,
        #[api(public, with = name_of)]
        generic: T,
    },
}

fn name_of<T: std::fmt::Debug>(value: &T) -> String {
    format!("{value:?}")
}

type Plain = Error<'static, u8>;

#[test]
fn members_and_headers_are_what_the_function_returns() {
    let limited = |optional| {
        answer(&Plain::Limited {
            retry_after: Duration::from_millis(1_500),
            optional,
        })
    };
    let answer = limited(Some(Duration::from_secs(7)));
    assert_eq!(answer.header("retry-after"), Some("1"));
    assert!(
        answer
            .body
            .ends_with(r#""details":{"retry_after":1,"pause":7}}"#),
        "{}",
        answer.body
    );
    assert!(
        limited(None)
            .body
            .ends_with(r#""details":{"retry_after":1}}"#)
    );
}

#[test]
fn a_date_is_one_text_everywhere() {
    let until = UNIX_EPOCH + Duration::from_secs(784_111_777);
    let answer = answer(&Plain::ReadOnly {
        until,
        reset: until,
    });
    let date = "Sun, 06 Nov 1994 08:49:37 GMT";
    assert_eq!(answer.header("retry-after"), Some(date));
    assert_eq!(answer.header("x-reset"), Some("784111777"));
    let members = format!(r#""details":{{"until":"{date}","reset":784111777}}}}"#);
    assert!(answer.body.ends_with(&members), "{}", answer.body);
}

#[test]
fn types_of_other_crates_need_no_impl() {
    let error: Error<'_, [u8; 1]> = Error::Price {
        price: Money { cents: 995 },
        other: vec![Money { cents: 5 }],
        length: "abc",
        generic: [7],
    };
    let answer = answer(&error);
    assert_eq!(answer.header("x-price"), Some("9.95"));
    assert!(
        answer
            .body
            .ends_with(r#""details":{"price":"9.95","0.05":5,"length":3,"generic":"[7]"}}"#),
        "{}",
        answer.body
    );
}

#[cfg(feature = "docs")]
#[test]
fn documents_say_what_is_written() {
    use errcode::docs::Document;

    errcode::catalog! { static ALL: Catalog = { title: "All", types: [Plain] }; }
    let document = Document::from(&ALL);
    let details = document.errors().flat_map(|error| &error.details);
    let words: Vec<String> = details
        .map(|detail| {
            format!(
                "{}: {} {}",
                detail.name,
                detail.rust_type,
                detail.type_in_words()
            )
        })
        .collect();
    assert_eq!(
        words,
        [
            "retry_after: u64 integer",
            "pause: Option<u64> integer, optional",
            "until: HttpDate HTTP date",
            "reset: u64 integer",
            "price: String string",
            "*: BTreeMap<String, u64> integer, optional",
            "length: usize integer",
            "generic: String string",
        ]
    );
    let headers = document.errors().flat_map(|error| &error.headers);
    let words: Vec<String> = headers
        .map(|header| format!("{}: {}", header.name, header.schema.words()))
        .collect();
    assert_eq!(
        words,
        [
            "Retry-After: integer",
            "Retry-After: HTTP date",
            "X-Reset: integer",
            "X-Price: string"
        ]
    );
}
