//! `::core`, `::alloc`, `::http`, `::serde` and `::errcode_core` are crates of somebody else.
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

use errcode::ApiError;

/// Errors.
#[derive(Debug, ApiError)]
#[api(format = flat, challenge = "Bearer")]
pub enum Error {
    /// Taken.
    #[api(status = 409, code = "TAKEN", message = "{slug} {slug:?}", title = "T")]
    #[api(example(Self::Taken { slug: "a", wait: 1 }))]
    Taken {
        /// The slug.
        #[api(public)]
        slug: &'static str,
        /// Seconds.
        #[api(header = "Retry-After")]
        wait: u64,
    },
    /// Run time.
    #[api(status = 502, code = "RUN_TIME")]
    RunTime(#[api(status)] u16),
    /// Who are you?
    #[api(status = 401, code = "WHO")]
    Who,
    /// Inner.
    #[api(transparent)]
    Inner(Inner),
    /// Hidden.
    #[api(hide_as = Who)]
    Hidden,
}

/// Inner.
#[derive(Debug, ApiError)]
#[api(format = flat, status = GONE, code = "INNER")]
pub struct Inner;

const GONE: u16 = 410;

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("error")
    }
}

impl std::fmt::Display for Inner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("inner")
    }
}

impl std::error::Error for Error {}

impl std::error::Error for Inner {}

errcode::catalog! {
    /// All.
    pub static ERRORS: Catalog = { title: "All", types: [Error] };
}

#[test]
fn answers() {
    let taken = Error::Taken { slug: "a", wait: 5 };
    let response = errcode::to_response(&taken);
    assert_eq!(
        response.body(),
        r#"{"code":"TAKEN","detail":"a \"a\"","details":{"slug":"a"}}"#
    );
    assert_eq!(response.headers()["retry-after"], "5");
    assert_eq!(errcode::to_response(&Error::RunTime(404)).status(), 404);
    assert_eq!(errcode::to_response(&Error::Inner(Inner)).status(), 410);
    let hidden = errcode::to_response(&Error::Hidden);
    assert_eq!(hidden.headers()["www-authenticate"], "Bearer");
    assert_eq!(ERRORS.groups().len(), 2);
}
