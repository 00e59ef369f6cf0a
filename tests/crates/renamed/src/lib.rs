//! The dependency has another name.
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

use problems::ApiError;

/// Errors.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(crate = problems, format = flat)]
pub enum Error {
    /// Taken.
    #[error("{slug} is taken")]
    #[api(status = 409, code = "TAKEN")]
    Taken {
        /// The slug.
        #[api(public)]
        slug: String,
    },
    /// Inside.
    #[error(transparent)]
    #[api(transparent)]
    Inner(#[from] Inner),
}

/// Inner errors.
#[derive(Debug, thiserror::Error, problems::ApiError)]
#[api(crate = ::problems, status = 404, code = "ABSENT")]
#[error("absent")]
pub struct Inner;

problems::catalog! {
    /// All.
    pub static ERRORS: Catalog = { title: "All", types: [Error, Inner], allow: [mixed_format] };
}

#[test]
fn answers() {
    let taken = Error::Taken {
        slug: "a".to_owned(),
    };
    assert_eq!(
        problems::to_response(&taken).body(),
        r#"{"code":"TAKEN","detail":"a is taken","details":{"slug":"a"}}"#
    );
    assert_eq!(problems::to_response(&Error::from(Inner)).status(), 404);
    assert_eq!(ERRORS.groups().len(), 2);
}
