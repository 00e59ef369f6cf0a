//! What is right compiles and answers, however it is written. Crate-level attributes, editions and
//! other derives are in `tests/crates`.
#![deny(warnings, unused_qualifications, single_use_lifetimes)]

mod cfg;
mod deprecated;
mod docs;
mod generics;
mod lints;
mod macro_made;
mod many;
mod names;
mod nested;
mod shapes;
mod types;
mod visibility;

use errcode::{ApiError, Documented};

/// What a client reads.
fn body(error: &dyn ApiError) -> String {
    let body = errcode::to_response(error).into_body();
    String::from_utf8(body.to_vec()).unwrap()
}

/// The names of a type's entries.
fn names<T: Documented>() -> Vec<&'static str> {
    T::CATALOG.entries().map(|entry| entry.name()).collect()
}
