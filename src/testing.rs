//! Assertions for the tests of a service: on the response of an error, on the examples of a catalog, and on texts that
//! no response may contain.
//!
//! They need no feature, except for `collect`, and no other crate. A program that does not call them does not contain them.
//!
//! ```
//! use errcode::testing::{assert_all_hidden, assert_error, assert_response};
//! use errcode::{ApiError, to_response};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[api(format = flat)]
//! enum SkillError {
//!     #[error("slug `{slug}` is taken")]
//!     #[api(status = 409, code = "SLUG_TAKEN")]
//!     SlugTaken {
//!         #[api(public)]
//!         slug: String,
//!     },
//!     #[error("storage failed at {0}")]
//!     #[api(status = 502, code = "STORAGE_ERROR")]
//!     Storage(String),
//! }
//!
//! let taken = || SkillError::SlugTaken { slug: "pdf".into() };
//! # let response = to_response(&taken());
//! // Status, headers and body are those of this value.
//! assert_response(&response, &taken());
//! // Status and code are those of this variant. Without such a variant it does not compile.
//! assert_error!(&response, SkillError::SlugTaken);
//! // No variant shows the text, in any format.
//! assert_all_hidden(&[taken(), SkillError::Storage("db-7".into())], "db-7");
//! ```
//!
//! [`assert_snapshot`] compares all examples of a catalog with a file.

#[cfg(feature = "tower")]
mod collect;
mod difference;
mod hidden;
mod received;
mod response;
mod snapshot;

#[cfg(feature = "tower")]
pub use collect::collect;
pub use hidden::{assert_all_hidden, assert_hidden};
pub use received::Received;
#[doc(hidden)]
pub use response::assert_variant as __assert_variant;
pub use response::{assert_response, assert_response_with};
pub use snapshot::{assert_snapshot, snapshot};

#[doc(inline)]
pub use crate::__assert_error as assert_error;
