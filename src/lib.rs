// Its examples need axum.
#![cfg_attr(any(feature = "axum", not(doctest)), doc = include_str!("../README.md"))]

mod boxed;
mod catalog;
mod hook;
mod response;

#[cfg(feature = "actix")]
pub mod actix;
#[cfg(feature = "axum")]
pub mod axum;
pub mod foreign;
#[cfg(feature = "tower")]
pub mod tower;

pub use boxed::BoxApiError;
pub use errcode_core::{
    ApiError, ApiErrorExt, Body, Catalog, Code, Context, DetailMap, Details, Documented, Entry,
    EntryDoc, Format, FormatError, HeaderDoc, HeaderField, Headers, InvalidRequestId, Member,
    Object, Occurrence, Report, Scoped, StaticEntry, StatusField, attach_entries, attach_reports,
    format, log, reason_phrase, render, to_response, to_response_with,
};
/// Derives [`ApiError`](trait@ApiError) and [`Documented`] for an enum or a struct, and makes it an answer in
/// every framework whose feature is on.
///
/// Its attribute is `#[api(...)]`, on the type, on variants and on fields; the keys are
/// [on the crate's page](crate#keys). `Display` and `Error` come from elsewhere, thiserror for one. What is wrong
/// does not compile, and says how to mend it.
///
/// ```
/// use errcode::ApiError;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(format = flat)]
/// enum SkillError {
///     #[error("slug `{slug}` is taken")]
///     #[api(status = 409, code = "SLUG_TAKEN")]
///     SlugTaken {
///         #[api(public)]
///         slug: String,
///     },
/// }
///
/// let response = errcode::to_response(&SkillError::SlugTaken { slug: "pdf".into() });
/// assert_eq!(response.status(), 409);
/// assert_eq!(
///     response.body(),
///     r#"{"code":"SLUG_TAKEN","detail":"slug `pdf` is taken","details":{"slug":"pdf"}}"#
/// );
/// ```
pub use errcode_derive::ApiError;
/// A catalog as documents: Markdown, HTML, JSON, OpenAPI, TypeScript (feature `docs`).
#[cfg(feature = "docs")]
pub use errcode_docs as docs;

/// What generated code and the macros of this crate name. Not for use by hand.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "actix")]
    pub use actix_web;
    #[cfg(feature = "axum")]
    pub use axum_core;
    pub use errcode_core::__private::*;
    pub use errcode_derive::catalog;

    pub use crate::impl_response;
    pub use crate::response::AsApiError;
}
