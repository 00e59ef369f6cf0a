//! Shapes of types and variants: empty, uninhabited, with discriminants, of every kind of fields.

use std::convert::Infallible;
use std::fmt;

use errcode::{ApiError, ApiErrorExt, BoxApiError, Documented};

use crate::{body, names};

#[derive(Debug, thiserror::Error, ApiError)]
enum Empty {}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename_all = "PascalCase", transparent, group = "None at all")]
enum EmptyWithDefaults {}

/// A field that nobody has.
#[derive(Debug, serde::Serialize)]
enum Void {}

impl fmt::Display for Void {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl errcode::header::HeaderField for Void {
    fn header_value(&self) -> Result<Option<http::HeaderValue>, http::header::InvalidHeaderValue> {
        match *self {}
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Uninhabited {
    #[error("there")]
    #[api(status = 400, code = "THERE")]
    There,
    #[error("{0}")]
    #[api(status = 500, code = "INFALLIBLE")]
    Infallible(#[from] Infallible),
    #[error("{0}")]
    #[api(status = 400, code = "PUBLIC", message = "{0} {0:?}")]
    Public(#[api(public = "a", header = "X-A")] Void),
    #[error("{a}")]
    #[api(status = 400, code = "NAMED")]
    Named {
        #[api(public)]
        a: Void,
    },
    #[error("{0:?}")]
    #[api(status = 400, code = "NEVER")]
    Function(#[api(status = never)] fn() -> !),
    #[error(transparent)]
    #[api(transparent)]
    Inner(#[from] Empty),
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "it is given a reference")]
fn never(_: &fn() -> !) -> Option<http::StatusCode> {
    None
}

/// One error that nobody has.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("void {0}")]
#[api(status = 400, code = "VOID")]
struct HoldsVoid(#[api(public = "void")] Void);

#[test]
fn what_nobody_has_compiles() {
    assert!(names::<Empty>().is_empty() && names::<EmptyWithDefaults>().is_empty());
    assert_eq!(
        body(&Uninhabited::There),
        r#"{"code":"THERE","detail":"there"}"#
    );
    assert_eq!(
        body(&Uninhabited::Function(|| panic!("not called"))),
        r#"{"code":"NEVER","detail":"Bad Request"}"#
    );
    assert_eq!(names::<Uninhabited>().len(), 5);
    assert_eq!(names::<HoldsVoid>(), ["HoldsVoid"]);
    // It is enough that they have types.
    let _: [Option<Uninhabited>; 4] = [
        None::<Void>.map(|a| Uninhabited::Named { a }),
        None::<Void>.map(Uninhabited::Public),
        None::<Infallible>.map(Uninhabited::from),
        None::<Empty>.map(Uninhabited::from),
    ];
    let _: (Option<EmptyWithDefaults>, Option<HoldsVoid>) = (None, None::<Void>.map(HoldsVoid));
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("shape")]
#[api(format = flat, rename_all = "kebab-case", status = 400)]
enum Shapes {
    Unit,
    EmptyTuple(),
    EmptyBraces {},
    Tuple(#[api(public = "a")] u8, #[api(public = "b")] u8),
    Named {
        #[api(public)]
        a: u8,
    },
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("braces")]
#[api(format = flat, status = 400, code = "BRACES")]
struct EmptyBraces {}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("tuple")]
#[api(format = flat, status = 400, code = "TUPLE")]
struct EmptyTuple();

#[test]
fn every_kind_of_fields() {
    let plain = |code: &str| format!(r#"{{"code":"{code}","detail":"shape"}}"#);
    assert_eq!(body(&Shapes::Unit), plain("unit"));
    assert_eq!(body(&Shapes::EmptyTuple()), plain("empty-tuple"));
    assert_eq!(body(&Shapes::EmptyBraces {}), plain("empty-braces"));
    assert_eq!(
        body(&Shapes::Tuple(1, 2)),
        r#"{"code":"tuple","detail":"shape","details":{"a":1,"b":2}}"#
    );
    assert_eq!(
        body(&Shapes::Named { a: 1 }),
        r#"{"code":"named","detail":"shape","details":{"a":1}}"#
    );
    assert_eq!(
        body(&EmptyBraces {}),
        r#"{"code":"BRACES","detail":"braces"}"#
    );
    assert_eq!(body(&EmptyTuple()), r#"{"code":"TUPLE","detail":"tuple"}"#);
    // Each of them is its own example.
    let mut shown = Vec::new();
    for entry in Shapes::CATALOG.entries() {
        entry.examples(|_, error| shown.push(body(error)));
    }
    assert_eq!(shown, ["unit", "empty-tuple", "empty-braces"].map(plain));
}

#[derive(Clone, Copy, Debug, thiserror::Error, ApiError)]
#[error("{}", *self as i8)]
#[repr(i8)]
#[api(format = flat, rename_all = "snake_case", status = 400)]
enum Discriminants {
    Negative = -128,
    Next,
    Computed = 1 << 2 | 3,
    Block = {
        const X: i8 = if cfg!(all()) { 9 } else { 8 };
        X
    },
}

/// Discriminants beside fields.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("with fields")]
#[repr(u8)]
#[api(format = flat, rename_all = "snake_case", status = 400)]
enum WithFields {
    A(#[api(public = "a")] u8) = 200,
    B {} = u8::MAX,
}

#[test]
fn discriminants_are_left_alone() {
    let all = [
        Discriminants::Negative,
        Discriminants::Next,
        Discriminants::Computed,
        Discriminants::Block,
    ];
    assert_eq!(all.map(|error| error as i8), [-128, -127, 7, 9]);
    assert_eq!(
        body(&Discriminants::Block),
        r#"{"code":"block","detail":"9"}"#
    );
    assert_eq!(
        body(&WithFields::A(1)),
        r#"{"code":"a","detail":"with fields","details":{"a":1}}"#
    );
    assert_eq!(
        body(&WithFields::B {}),
        r#"{"code":"b","detail":"with fields"}"#
    );
}

#[test]
fn it_is_an_object() {
    let boxed: Box<dyn ApiError + Send + Sync> = Box::new(Shapes::Unit);
    let plain: &dyn ApiError = &*boxed;
    assert_eq!(plain.code(), "unit");
    assert_eq!(BoxApiError::from_box(boxed).status(), 400);
    let error: &dyn std::error::Error = &EmptyTuple();
    assert!(error.downcast_ref::<EmptyTuple>().is_some());
}

#[test]
fn what_is_static_is_constant() {
    const NAME: &str = Shapes::CATALOG.name();
    const TITLE: &str = Shapes::CATALOG.title();
    const FORMAT: &str = Shapes::CATALOG.format().name();
    const { assert!(Shapes::CATALOG.includes().is_empty()) };
    assert_eq!(
        [NAME, TITLE, FORMAT],
        ["hygiene::shapes::Shapes", "Shapes", "flat"]
    );
}
