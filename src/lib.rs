//! One annotated enum is the only source of an API's errors.
//!
//! The derive [`ApiError`](derive@ApiError) makes of it the status, the body and the headers of each error, its reference
//! documentation, OpenAPI and TypeScript. A mistake in the enum does not compile.
//!
//! ```
//! use errcode::ApiError;
//!
//! /// Everything that can go wrong with a skill.
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[api(format = flat)]
//! pub enum SkillError {
//!     /// The slug is already in use. Choose a different name.
//!     #[error("slug `{slug}` is taken")]
//!     #[api(status = 409, code = "SKILL_SLUG_TAKEN")]
//!     SlugTaken {
//!         #[api(public)]
//!         slug: String,
//!     },
//!
//!     /// File storage operation failed. Retry the request.
//!     #[error("storage failed")]
//!     #[api(status = 502, code = "STORAGE_ERROR", retryable)]
//!     Storage(#[from] std::io::Error),
//! }
//!
//! let taken = errcode::to_response(&SkillError::SlugTaken { slug: "pdf-tools".into() });
//! assert_eq!(taken.status(), 409);
//! assert_eq!(
//!     taken.body(),
//!     r#"{"code":"SKILL_SLUG_TAKEN","detail":"slug `pdf-tools` is taken","details":{"slug":"pdf-tools"}}"#
//! );
//!
//! // The cause of a 5xx goes to the log. The client gets the reason phrase.
//! let storage = errcode::to_response(&SkillError::from(std::io::Error::other("pw=1")));
//! assert_eq!(storage.body(), r#"{"code":"STORAGE_ERROR","detail":"Bad Gateway"}"#);
//! ```
//!
//! # Where to find what
//!
//! | to do | use |
//! | --- | --- |
//! | describe errors | the derive [`ApiError`](derive@ApiError), whose page has all keys |
//! | respond | the module of your framework, or [`to_response`] |
//! | make errors of what the framework answers by itself | `RejectionLayer` of the framework's module, [`foreign`] |
//! | write another body | [`format`](mod@format) |
//! | list all errors of a service | [`catalog!`] |
//! | render or serve documents | `docs`, and `docs_service` of the framework's module |
//! | describe errors in OpenAPI | `openapi` |
//! | return errors of several types | [`BoxApiError`] |
//! | test errors | [`testing`] |
//! | log an error without a response | [`log`] |
//! | write an error's body into another message | [`json`] |
//! | implement the error by hand | the trait [`ApiError`](trait@ApiError), [`impl_response!`] |
//!
//! # What a client may see
//!
//! A field reaches a client only if it is marked `public`, `flatten`, `header`, `headers` or `status`, or if `message` names it.
//! The text for the client is:
//!
//! 1. `message`, if the variant has one,
//! 2. the reason phrase, for a 5xx and where the status is chosen at run time,
//! 3. `Display`, for any other 4xx; all its fields must be public.
//!
//! `expose` makes `Display` the text in each case. A source (`#[from]`, `#[source]`, or named `source`) is for the log.
//!
//! # Features
//!
//! | feature | |
//! | --- | --- |
//! | `tracing` (default) | one log event for each response that is made from an error |
//! | `axum`, `actix`, `poem`, `rocket`, `salvo`, `warp`, `tonic` | the response trait of the framework, for every derived type, and a module |
//! | `tower` | layers and services for any tower server |
//! | `docs` | documents of a catalog, and OpenAPI |
//! | `utoipa`, `utoipa_5`, `aide`, `poem-openapi` | the trait of the generator, for every derived type |
//!
//! The guide, in the folder `docs/` of the repository, has a tutorial, the reference of compile errors, and more.

// Badges of features on docs.rs, which builds with nightly Rust.
#![cfg_attr(docsrs, feature(doc_cfg))]

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
pub mod testing;
#[cfg(feature = "tonic")]
pub mod tonic;
#[cfg(feature = "tower")]
pub mod tower;
pub mod validation;
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
#[cfg(not(feature = "utoipa_5"))]
#[doc(hidden)]
pub use __feature_is_off as __impl_for_utoipa_5_unless_respond_is_false;
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
/// `Display` and `Error` come from elsewhere, for example from thiserror. A mistake is a compile error that suggests
/// a fix.
///
/// A type that implements a framework's response trait itself, for example axum's `IntoResponse`, says so with
/// `#[api(respond = false)]`; otherwise rustc reports conflicting implementations (E0119).
///
// A definition here is before those at the end of the page, which are for the guide.
/// [visibility]: crate#what-a-client-may-see
/// [formats]: mod@crate::format
///
#[doc = include_str!("../docs/src/keys.md")]
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
    pub use errcode_core::{HeaderField, HeaderMapField, Headers, HttpDate, unix_seconds};
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
    #[cfg(feature = "utoipa_5")]
    pub use utoipa_5;
    #[cfg(feature = "warp")]
    pub use warp;

    pub use crate::__impl_openapi as impl_openapi;
    pub use crate::__impl_response as impl_response;
    pub use crate::respond::AsApiError;
}
