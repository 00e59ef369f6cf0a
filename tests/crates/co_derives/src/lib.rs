//! Other derives on the same types, before and behind, with attributes of their own, and errors of other crates inside.
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

#[cfg(test)]
mod any_error;
pub mod display;
pub mod other;

/// The page of the guide on other derives. Its blocks are tests.
#[cfg(doctest)]
#[doc = include_str!("../../../../docs/src/derives.md")]
mod guide {}

/// What a client reads.
pub fn body(error: &dyn errcode::ApiError) -> String {
    let body = errcode::to_response(error).into_body();
    String::from_utf8_lossy(&body).into_owned()
}
