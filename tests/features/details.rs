//! Fields that the client may read: what is written, left out, flattened, and never half written.

use std::collections::{BTreeMap, HashMap};

use crate::answer::answer;
use errcode::ApiError;
use errcode::catalog::Entry;
use errcode::format::Details;
use serde::{Serialize, Serializer};

#[derive(Debug, Serialize)]
struct Range {
    z: u8,
    a: Option<u8>,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("many")]
#[api(format = flat, status = 400, code = "MANY")]
struct Many {
    #[api(public)]
    range: Range,
    #[api(public)]
    nothing: (),
    #[api(public)]
    infinite: f64,
    #[api(public)]
    big: u128,
    #[api(public)]
    list: [u8; 2],
    #[api(public)]
    r#type: char,
}

#[test]
fn in_field_order_without_nulls() {
    let error = Many {
        range: Range { z: 1, a: None },
        nothing: (),
        infinite: f64::INFINITY,
        big: u128::MAX,
        list: [1, 2],
        r#type: '\u{2028}',
    };
    let expected = format!(
        "{{\"code\":\"MANY\",\"detail\":\"many\",\"details\":{{\"range\":{{\"z\":1,\"a\":null}},\"big\":{},\"list\":[1,2],\"type\":\"\u{2028}\"}}}}",
        u128::MAX
    );
    assert_eq!(answer(&error).body, expected);
}

/// Fails in the middle of what it writes.
#[derive(Debug)]
struct Broken;

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(vec![1], 1)])
    }
}

macro_rules! broken {
    ($name:ident, $format:ident) => {
        #[derive(Debug, thiserror::Error, ApiError)]
        #[error("broken")]
        #[api(format = $format, status = 409, code = "BROKEN")]
        struct $name {
            #[api(public)]
            before: u8,
            #[api(public)]
            broken: Broken,
            #[api(public)]
            after: u8,
        }
    };
}

broken!(BrokenFlat, flat);
broken!(BrokenNested, nested);
broken!(BrokenProblem, problem);

#[test]
fn a_value_that_cannot_be_serialized_takes_all_details_with_it() {
    let flat = BrokenFlat {
        before: 1,
        broken: Broken,
        after: 2,
    };
    assert_eq!(answer(&flat).body, r#"{"code":"BROKEN","detail":"broken"}"#);
    let nested = BrokenNested {
        before: 1,
        broken: Broken,
        after: 2,
    };
    assert_eq!(
        answer(&nested).body,
        r#"{"error":{"code":"BROKEN","message":"broken"}}"#
    );
    let problem = BrokenProblem {
        before: 1,
        broken: Broken,
        after: 2,
    };
    assert_eq!(
        answer(&problem).body,
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"broken","code":"BROKEN"}"#
    );
    assert_eq!(answer(&problem).status, 409);
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("invalid")]
#[api(format = nested, status = 422, code = "INVALID")]
struct Invalid<T> {
    #[api(flatten)]
    fields: T,
    #[api(flatten = "more")]
    others: BTreeMap<&'static str, Option<u8>>,
    #[api(public)]
    id: u8,
}

impl<T> Invalid<T> {
    fn of(fields: T) -> Self {
        Self {
            fields,
            others: BTreeMap::from([("a", Some(1)), ("b", Some(2)), ("none", None)]),
            id: 7,
        }
    }
}

#[test]
fn declared_members_win_over_flattened_and_the_first_of_those_over_later() {
    let error = Invalid::of(BTreeMap::from([("a", "first"), ("id", "forged")]));
    assert_eq!(
        answer(&error).body,
        r#"{"error":{"code":"INVALID","message":"invalid","details":{"a":"first","b":2,"id":7}}}"#
    );
}

#[test]
fn a_flattened_field_is_a_map_or_nothing() {
    let details = |body: &str| {
        let body: serde_json::Value = serde_json::from_str(body).unwrap();
        body["error"]["details"].clone()
    };
    assert_eq!(
        details(&answer(&Invalid::of(Range { z: 1, a: None })).body),
        serde_json::json!({"z": 1, "a": 1, "b": 2, "id": 7})
    );
    assert_eq!(
        details(&answer(&Invalid::of(None::<Range>)).body),
        serde_json::json!({"a": 1, "b": 2, "id": 7})
    );
    // A list has no entries: no details, but the response is whole.
    assert_eq!(
        answer(&Invalid::of([1, 2])).body,
        r#"{"error":{"code":"INVALID","message":"invalid"}}"#
    );
}

/// A map that writes one key twice.
#[derive(Debug)]
struct Twice;

impl Serialize for Twice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([("k", 1), ("k", 2)])
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("invalid")]
#[api(status = 422, code = "INVALID")]
struct InvalidProblem<T> {
    #[api(flatten)]
    fields: T,
    #[api(public)]
    id: u8,
}

#[test]
fn in_a_problem_entries_stand_under_a_member_of_their_own() {
    let start = r#"{"type":"about:blank","title":"Unprocessable Content","status":422,"detail":"invalid","code":"INVALID""#;
    let forged = HashMap::from([("status", 200)]);
    assert_eq!(
        answer(&InvalidProblem {
            fields: forged,
            id: 1
        })
        .body,
        format!(r#"{start},"errors":{{"status":200}},"id":1}}"#)
    );
    // A body never has a member twice, and no empty one.
    assert_eq!(
        answer(&InvalidProblem {
            fields: Twice,
            id: 1
        })
        .body,
        format!(r#"{start},"errors":{{"k":1}},"id":1}}"#)
    );
    let none = HashMap::<String, u8>::new();
    assert_eq!(
        answer(&InvalidProblem {
            fields: none,
            id: 1
        })
        .body,
        format!(r#"{start},"id":1}}"#)
    );
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("reserved")]
#[api(status = 400, code = "RESERVED", allow(reserved_member))]
struct Reserved {
    #[api(public = "status")]
    state: u8,
    #[api(public)]
    other: u8,
}

#[test]
fn standard_members_win_over_declared_ones() {
    assert_eq!(
        answer(&Reserved { state: 1, other: 2 }).body,
        r#"{"type":"about:blank","title":"Bad Request","status":400,"detail":"reserved","code":"RESERVED","other":2}"#
    );
}

/// An error by hand that gives the name of the one in it again.
#[derive(Debug, thiserror::Error)]
#[error("by hand")]
struct ByHand(Reserved);

impl ApiError for ByHand {
    fn entry(&self) -> Entry {
        self.0.entry()
    }

    fn details(&self, details: &mut Details<'_>) {
        self.0.details(details);
        details.member("other", &3);
        details.member("more", &4);
        self.0.details(details);
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error(transparent)]
#[api(transparent, format = flat, respond = false)]
struct Outer<E: ApiError>(E);

#[test]
fn a_name_that_is_given_again_by_hand_is_left_out() {
    let error = || ByHand(Reserved { state: 1, other: 2 });
    let details = r#""other":2,"more":4}"#;
    let body = answer(&error()).body;
    assert!(
        body.ends_with(&format!(r#""code":"RESERVED",{details}"#)),
        "{body}"
    );
    let body = answer(&Outer(error())).body;
    assert!(
        body.ends_with(r#""details":{"status":1,"other":2,"more":4}}"#),
        "{body}"
    );
}
