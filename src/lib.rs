#![cfg_attr(feature = "axum", doc = include_str!("../README.md"))]
#![cfg_attr(
    not(feature = "axum"),
    doc = "One annotated enum: status, body, headers and documents of an API's errors."
)]

mod boxed;
mod catalog;
mod hook;
mod response;

#[cfg(feature = "axum")]
pub mod axum;

pub use boxed::BoxApiError;
pub use errcode_core::{
    ApiError, Body, Catalog, Code, Context, DetailMap, Details, Documented, Entry, EntryDoc,
    Format, FormatError, HeaderDoc, HeaderField, Headers, InvalidRequestId, Member, Occurrence,
    Scoped, StatusField, Varies, format, reason, to_response, to_response_with,
};
pub use errcode_derive::ApiError;
/// A catalog as documents: Markdown, HTML, JSON, OpenAPI, TypeScript (feature `docs`).
#[cfg(feature = "docs")]
pub use errcode_docs as docs;

/// What generated code and the macros of this crate name. Not for use by hand.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "axum")]
    pub use axum_core;
    pub use errcode_core::__private::*;
    pub use errcode_derive::catalog;

    pub use crate::impl_response;
    pub use crate::response::AsApiError;
}
