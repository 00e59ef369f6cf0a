//! Generics: bounds where they may stand, defaults, lifetimes, constants, associated types, and
//! parameters that are named as generated code might name its own.

use std::error::Error;
use std::fmt::{Debug, Display};
use std::marker::PhantomData;

use errcode::{ApiError, ApiErrorExt, Documented};
use serde::Serialize;

use crate::body;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Bounds<T: Display + Debug, U = String, const N: usize = 2, const ON: bool = true>
where
    U: Debug,
    [u8; N]: Debug,
{
    #[error("{0}")]
    #[api(status = 400, code = "A", message = "{0} {1:?}")]
    A(T, U, [u8; N]),
    #[error("b")]
    #[api(status = 400, code = "B")]
    B,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Lifetimes<'a, 'b: 'a, T: ?Sized + 'a, F>
where
    F: for<'x> Fn(&'x T) -> &'x str + Debug,
    &'a T: Debug,
{
    #[error("{0:?}")]
    #[api(status = 400, code = "A", message = "{0:?} {1}")]
    A(&'a T, #[api(public = "b")] &'b str),
    #[error("b")]
    #[api(status = 500, code = "B")]
    B(F),
}

trait Backend {
    type Error: ApiError + Documented + 'static;
    type Id: Serialize + Debug;
}

struct Disk;

impl Backend for Disk {
    type Error = Full;
    type Id = u8;
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("full")]
#[api(format = flat, status = 507, code = "FULL")]
struct Full;

/// The backend itself is neither printed nor sent.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum Associated<T: Backend> {
    #[error("no {id:?}")]
    #[api(status = 404, code = "NO_ID")]
    NoId {
        #[api(public)]
        id: T::Id,
    },
    #[error(transparent)]
    #[api(transparent)]
    Backend(<T as Backend>::Error),
}

impl Debug for Disk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Disk")
    }
}

/// No bound on what is only mentioned.
#[derive(thiserror::Error, ApiError)]
#[error("marker")]
#[api(format = flat, status = 500, code = "MARKER")]
struct Marker<T: ?Sized, M>(PhantomData<T>, fn(M) -> M);

impl<T: ?Sized, M> Debug for Marker<T, M> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Marker")
    }
}

/// An unsized tail.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("tail")]
#[api(format = flat, status = 400, code = "TAIL")]
struct Tail<T: ?Sized> {
    #[api(public)]
    len: usize,
    #[api(public)]
    tail: T,
}

macro_rules! parameter_named {
    ($($name:ident)*) => {$(
        #[allow(dead_code, non_camel_case_types, non_snake_case)]
        pub(super) mod $name {
            #[derive(::core::fmt::Debug, thiserror::Error, errcode::ApiError)]
            #[error("{0:?}")]
            #[api(format = flat, status = 400, code = "A", message = "{0:?}")]
            pub(in crate::generics) struct Parameter<$name>(
                #[api(public = "a")] pub(in crate::generics) $name,
            );
        }
    )*};
}

mod parameters {
    parameter_named! { E F S T D Err Error Option Result Self_ ApiError Display String __S __E }
}

/// Lifetimes named as serde names its own.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("{0} {1}")]
#[api(format = flat, status = 400, code = "A")]
struct Serdes<'de, '__a>(
    #[api(public = "a")] &'de str,
    #[api(public = "b")] &'__a str,
);

struct Nothing;

#[test]
fn bounds_are_those_of_the_fields() {
    let error = Bounds::<&str>::A("a", "b".to_owned(), [1, 2]);
    assert_eq!(body(&error), r#"{"code":"A","detail":"a \"b\""}"#);
    assert_eq!(
        body(&Bounds::<u8, u8, 0, false>::B),
        r#"{"code":"B","detail":"b"}"#
    );

    let local = String::from("b");
    let error = Lifetimes::<[u8], fn(&[u8]) -> &str>::A(&[1], &local);
    assert_eq!(
        body(&error),
        r#"{"code":"A","detail":"[1] b","details":{"b":"b"}}"#
    );
    let error = Lifetimes::<'_, '_, [u8], fn(&[u8]) -> &str>::B(|_| "");
    assert_eq!(
        body(&error),
        r#"{"code":"B","detail":"Internal Server Error"}"#
    );

    let error = Associated::<Disk>::NoId { id: 1 };
    assert_eq!(
        body(&error),
        r#"{"code":"NO_ID","detail":"no 1","details":{"id":1}}"#
    );
    let error = Associated::<Disk>::Backend(Full);
    assert_eq!(
        body(&error),
        r#"{"code":"FULL","detail":"Insufficient Storage"}"#
    );
    assert_eq!(Associated::<Disk>::CATALOG.groups().len(), 2);

    let error = Marker::<[Nothing], Nothing>(PhantomData, |it| it);
    assert_eq!(
        body(&error),
        r#"{"code":"MARKER","detail":"Internal Server Error"}"#
    );

    let tail: &Tail<[u8]> = &Tail {
        len: 2,
        tail: [1, 2],
    };
    assert_eq!(
        (tail.message(), tail.code().as_str()),
        ("tail".into(), "TAIL")
    );
    assert!(Error::source(tail).is_none());
}

#[test]
fn parameters_may_have_any_name() {
    let sent = r#"{"code":"A","detail":"1","details":{"a":1}}"#;
    assert_eq!(body(&parameters::E::Parameter(1)), sent);
    assert_eq!(body(&parameters::S::Parameter(1)), sent);
    assert_eq!(body(&parameters::Option::Parameter(1)), sent);
    assert_eq!(body(&parameters::__S::Parameter(1)), sent);
    assert_eq!(
        body(&Serdes("a", "b")),
        r#"{"code":"A","detail":"a b","details":{"a":"a","b":"b"}}"#
    );
}
