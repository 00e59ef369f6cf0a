//! Who writes `Display` and `Error`: thiserror, snafu, displaydoc, derive_more, or nobody but the user.

use std::fmt;

use errcode::ApiError;

/// Behind.
#[derive(ApiError, thiserror::Error, Debug)]
#[api(format = flat)]
pub enum This {
    /// A.
    #[api(status = 400, code = "A")]
    #[error("a {n:>3}", n = .0 + 1)]
    A(#[api(public = "n")] u8),
    /// B.
    #[error("b {}", .source.kind())]
    #[api(status = 502, code = "B")]
    B {
        /// Why.
        #[from]
        source: std::io::Error,
    },
    /// C.
    #[error(transparent)]
    #[api(transparent)]
    C(#[from] Snafu),
}

/// With snafu's attributes, and an implicit source.
#[derive(snafu::Snafu, Debug, ApiError)]
#[snafu(visibility(pub), context(suffix(Context)))]
#[api(format = flat, rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Snafu {
    /// Not read.
    #[snafu(display("cannot read {name}"))]
    #[api(status = 500)]
    NotRead {
        /// Which.
        name: String,
        /// Why.
        source: std::io::Error,
    },
    /// Not named so.
    #[snafu(display("bad number {text}"))]
    #[api(status = 422, message = "{text} is no number")]
    BadNumber {
        /// What it was.
        #[api(public)]
        text: String,
        /// Why.
        #[snafu(source)]
        cause: std::num::ParseIntError,
    },
    /// Said by another.
    #[snafu(whatever, display("{message}"))]
    #[api(status = 500)]
    Whatever {
        /// What.
        message: String,
        /// Why.
        #[snafu(source(from(Box<dyn std::error::Error + Send + Sync>, Some)))]
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    },
}

/// The doc comment is the text.
#[derive(Debug, displaydoc::Display, ApiError)]
#[api(format = flat)]
pub enum Documented {
    /// slug `{slug}` is taken
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken {
        /// The slug.
        #[api(public)]
        slug: String,
    },
    /// too large by {0}
    #[api(status = 413, code = "TOO_LARGE")]
    TooLarge(#[api(public = "bytes")] u64),
}

impl std::error::Error for Documented {}

/// More.
#[derive(ApiError, Debug, derive_more::Display, derive_more::Error, derive_more::From)]
#[api(format = flat)]
pub enum More {
    /// Format.
    #[display("format")]
    #[from]
    #[api(status = 500, code = "FORMAT")]
    Format(fmt::Error),
    /// Gone.
    #[display("gone since {since}")]
    #[api(status = 410, code = "GONE")]
    Gone {
        /// When.
        #[api(public)]
        since: u16,
    },
    /// Source.
    #[display("source")]
    #[api(status = 400, code = "SOURCE", message = "no source")]
    Source(#[error(source)] fmt::Error, #[error(not(backtrace))] u8),
}

#[test]
fn what_each_display_says() {
    use crate::body;

    assert_eq!(
        body(&This::A(1)),
        r#"{"code":"A","detail":"a   2","details":{"n":1}}"#
    );
    let io = || std::io::Error::other("pw=1");
    assert_eq!(
        body(&This::from(io())),
        r#"{"code":"B","detail":"Bad Gateway"}"#
    );
    let read: Result<(), _> = snafu::ResultExt::context(Err(io()), NotReadContext { name: "x" });
    assert_eq!(
        body(&This::from(read.unwrap_err())),
        r#"{"code":"NOT_READ","detail":"Internal Server Error"}"#
    );
    let number = snafu::ResultExt::context("x".parse::<u8>(), BadNumberContext { text: "x" });
    assert_eq!(
        body(&number.unwrap_err()),
        r#"{"code":"BAD_NUMBER","detail":"x is no number","details":{"text":"x"}}"#
    );
    assert_eq!(
        body(&Documented::TooLarge(1)),
        r#"{"code":"TOO_LARGE","detail":"too large by 1","details":{"bytes":1}}"#
    );
    let docs: Vec<String> = <Documented as errcode::Documented>::CATALOG
        .entries()
        .map(|entry| entry.docs())
        .collect();
    assert_eq!(docs, ["slug `{slug}` is taken", "too large by {0}"]);
    assert_eq!(
        body(&More::Gone { since: 2020 }),
        r#"{"code":"GONE","detail":"gone since 2020","details":{"since":2020}}"#
    );
    assert_eq!(
        body(&More::from(fmt::Error)),
        r#"{"code":"FORMAT","detail":"Internal Server Error"}"#
    );
    assert_eq!(
        body(&More::Source(fmt::Error, 1)),
        r#"{"code":"SOURCE","detail":"no source"}"#
    );
}
