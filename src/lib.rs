// Its examples need axum.
#![cfg_attr(any(feature = "axum", not(doctest)), doc = include_str!("../README.md"))]

mod boxed;
pub mod catalog;
pub mod context;
mod hook;
#[cfg(any(
    feature = "actix",
    feature = "rocket",
    feature = "salvo",
    feature = "warp"
))]
mod parts;
mod respond;

#[cfg(feature = "actix")]
pub mod actix;
#[cfg(feature = "axum")]
pub mod axum;
pub mod foreign;
#[cfg(all(doctest, feature = "axum", feature = "docs"))]
mod guide;
#[cfg(feature = "docs")]
pub mod openapi;
#[cfg(feature = "poem")]
pub mod poem;
#[cfg(feature = "rocket")]
pub mod rocket;
#[cfg(feature = "salvo")]
pub mod salvo;
#[cfg(feature = "tonic")]
pub mod tonic;
#[cfg(feature = "tower")]
pub mod tower;
#[cfg(feature = "warp")]
pub mod warp;

// One line for each framework, and for each generator of OpenAPI, whose feature is off.
#[cfg(not(feature = "actix"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_actix_unless_respond_is_false;
#[cfg(not(feature = "aide"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_aide_unless_respond_is_false;
#[cfg(not(feature = "axum"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_axum_unless_respond_is_false;
#[cfg(not(feature = "poem"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_poem_unless_respond_is_false;
#[cfg(not(feature = "poem-openapi"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_poem_openapi_unless_respond_is_false;
#[cfg(not(feature = "rocket"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_rocket_unless_respond_is_false;
#[cfg(not(feature = "salvo"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_salvo_unless_respond_is_false;
#[cfg(not(feature = "tonic"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_tonic_unless_respond_is_false;
#[cfg(not(feature = "utoipa"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_utoipa_unless_respond_is_false;
#[cfg(not(feature = "warp"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_warp_unless_respond_is_false;
// Without documents there is no OpenAPI.
#[cfg(not(feature = "docs"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_openapi;

pub use boxed::{BoxApiError, MaskError};
pub use errcode_core::{
    ApiError, ApiErrorExt, Catalog, Code, Context, Documented, json, log, to_response,
    to_response_with,
};
/// Derives [`ApiError`](trait@ApiError) and [`Documented`] for an enum or a struct, and implements the response
/// trait of every framework whose feature is on.
///
/// Its attribute is `#[api(...)]`, on the type, on variants and on fields; the keys are
/// [on the crate's page](crate#keys). `Display` and `Error` come from elsewhere, for example from thiserror. A
/// mistake is a compile error that suggests a fix.
///
/// A type that implements a framework's response trait itself, for example axum's `IntoResponse`, says so with
/// `#[api(respond = false)]`; otherwise rustc reports conflicting implementations (E0119).
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

/// Wire formats: those that are built in, and what you need to write your own.
pub mod format {
    pub use errcode_core::format::*;
    pub use errcode_core::{Body, DetailMap, Details, FormatError, Object, Occurrence};
}

/// Response headers that are made from fields.
pub mod header {
    pub use errcode_core::{HeaderField, Headers, HttpDate, unix_seconds};
}

/// Responses: rendered without a log event, and reports on the errors they were made from.
pub mod response {
    pub use errcode_core::{JsonBody, Report, attach_entries, attach_reports, render};
}

/// Statuses: their reason phrases, and fields that carry one.
pub mod status {
    pub use errcode_core::{StatusField, reason_phrase};
}

/// The name under which generated code imports [`__private`]. Rustc shows it where `crate = path` names another crate.
#[doc(hidden)]
pub use self::__private as __errcode;

/// What generated code and the macros of this crate name. It changes without notice.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "docs")]
    pub use std::{collections::BTreeMap, string::String, vec, vec::Vec};

    #[cfg(feature = "actix")]
    pub use actix_web;
    #[cfg(feature = "aide")]
    pub use aide;
    #[cfg(feature = "axum")]
    pub use axum_core;
    pub use errcode_core::__private::*;
    pub use errcode_derive::catalog;
    #[cfg(feature = "poem")]
    pub use poem;
    #[cfg(feature = "poem-openapi")]
    pub use poem_openapi;
    #[cfg(feature = "rocket")]
    pub use rocket;
    #[cfg(feature = "salvo")]
    pub use salvo_core;
    #[cfg(feature = "tonic")]
    pub use tonic;
    #[cfg(feature = "utoipa")]
    pub use utoipa;
    #[cfg(feature = "warp")]
    pub use warp;

    pub use crate::__impl_openapi as impl_openapi;
    pub use crate::__impl_response as impl_response;
    pub use crate::respond::AsApiError;
}
