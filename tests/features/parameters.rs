//! Types with parameters: constants of their own, transparency over themselves, fields that say nothing.

use std::sync::Arc;

use errcode::ApiError;

use crate::answer::answer;

#[derive(Debug, thiserror::Error, ApiError)]
enum Own<'a> {
    #[error("conflict: {0}")]
    #[api(status = Self::CONFLICT, code = "CONFLICT")]
    Conflict(#[api(public = "with")] &'a str),
    #[error("gone")]
    #[api(status = Own::GONE, code = "GONE")]
    Gone,
}

impl Own<'_> {
    const CONFLICT: u16 = 409;
    const GONE: http::StatusCode = http::StatusCode::GONE;
}

#[test]
fn a_status_may_be_a_constant_of_the_type() {
    assert_eq!(answer(&Own::Conflict("a")).status, 409);
    assert_eq!(answer(&Own::Gone).status, 410);
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Over<T: std::fmt::Debug> {
    #[error("one")]
    #[api(status = 409, code = "ONE", message = "one")]
    One(T),
    #[error("again")]
    #[api(transparent)]
    Again(Box<Over<T>>),
    #[error("shared")]
    #[api(transparent)]
    Shared(Arc<Self>),
}

#[derive(Debug, thiserror::Error, ApiError)]
enum Around<T: ApiError> {
    #[error("inner")]
    #[api(transparent)]
    Inner(T),
    #[error("again")]
    #[api(transparent)]
    Again(Box<Self>),
}

#[test]
fn a_generic_type_may_be_transparent_over_itself() {
    let one = || Over::One(7_u8);
    let again = Over::Again(Box::new(Over::Shared(Arc::new(one()))));
    assert_eq!(answer(&again).body, answer(&one()).body);
    assert_eq!(
        answer(&Around::Again(Box::new(Around::Inner(again)))).status,
        409
    );
    errcode::catalog! {
        static BOTH: Catalog = { title: "Both", types: [Over<u8>, Around<Over<u8>>] };
    }
    assert_eq!(BOTH.groups().len(), 1);
}

/// A field of a type with one value has nothing to hide.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("bad")]
#[api(status = 400, code = "BAD")]
struct Typed<T: std::fmt::Debug>(std::marker::PhantomData<T>, ());

#[test]
fn what_says_nothing_is_not_private() {
    let typed = Typed::<u8>(std::marker::PhantomData, ());
    assert!(answer(&typed).body.contains(r#""detail":"bad""#));
}
