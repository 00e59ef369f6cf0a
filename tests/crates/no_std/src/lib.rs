//! A crate without the standard library: generated code names nothing but errcode.
#![no_std]
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

extern crate alloc;

use alloc::string::String;

use errcode::ApiError;

/// Errors.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
pub enum Error {
    /// Taken.
    #[error("{slug} is taken")]
    #[api(status = 409, code = "TAKEN", message = "{slug:?} is taken")]
    #[api(example(Self::Taken { slug: "a".into(), wait: Some(1) }))]
    Taken {
        /// The slug.
        #[api(public)]
        slug: String,
        /// Seconds.
        #[api(header = "Retry-After")]
        wait: Option<u64>,
    },
    /// Run time.
    #[error("run time")]
    #[api(status = 502, code = "RUN_TIME")]
    RunTime(#[api(status)] u16),
    /// Inner.
    #[error(transparent)]
    #[api(transparent)]
    Inner(#[from] Inner),
}

/// Inner.
#[derive(Debug, thiserror::Error, ApiError)]
#[error("inner")]
#[api(format = flat, status = 404, code = "INNER", log_target = "inner")]
pub struct Inner;

errcode::catalog! {
    /// All.
    pub static ERRORS: Catalog = { title: "All", types: [Error] };
}

#[test]
fn answers() {
    let taken = Error::Taken {
        slug: "a".into(),
        wait: None,
    };
    assert_eq!(
        errcode::to_response(&taken).body(),
        r#"{"code":"TAKEN","detail":"\"a\" is taken","details":{"slug":"a"}}"#
    );
    assert_eq!(errcode::to_response(&Error::RunTime(404)).status(), 404);
    assert_eq!(errcode::to_response(&Error::from(Inner)).status(), 404);
    assert_eq!(ERRORS.groups().len(), 2);
}
