//! Field errors: which fields of a request are not valid, and what is wrong with each. One shape, whatever has found them.
//!
//! A variant holds [`FieldErrors`] in a public or flattened field. Each field of the request has a list of errors, and each
//! error a `code`, a `message` and the parameters of its rule:
//!
//! ```
//! use errcode::ApiError;
//! use errcode::validation::{FieldError, FieldErrors};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! enum SkillError {
//!     /// Some fields are not valid.
//!     #[error("the input is not valid")]
//!     #[api(status = 422, code = "INVALID_INPUT")]
//!     Invalid {
//!         /// What is wrong, by field.
//!         #[api(public)]
//!         errors: FieldErrors,
//!     },
//! }
//!
//! let mut errors = FieldErrors::new();
//! errors.add("slug", FieldError::new("length", "is too short").with_param("min", 3));
//! errors.add(["tags", "0"], FieldError::new("required", "is required"));
//!
//! let response = errcode::to_response(&SkillError::Invalid { errors });
//! let body: serde_json::Value = serde_json::from_slice(response.body())?;
//! assert_eq!(
//!     body["errors"],
//!     serde_json::json!({
//!         "/slug": [{ "code": "length", "message": "is too short", "params": { "min": 3 } }],
//!         "/tags/0": [{ "code": "required", "message": "is required" }],
//!     })
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Where they come from
//!
//! | feature | `From` into [`FieldErrors`] | code | message |
//! | --- | --- | --- | --- |
//! | `validator` | `ValidationErrors` of validator 0.21 | its code | its message, or one made from the parameters |
//! | `validator_0_20` | the same of validator 0.20, which axum-valid 0.25 and actix-web-validator 7 use | as above | as above |
//! | `garde` | `Report` of garde 0.23 | `invalid`, because garde has no codes | its message |
//! | `serde_path_to_error` | `Error<E>` of `serde_path_to_error` 0.1 | `invalid_type`, `missing_field`, ... | what was expected |
//!
//! [`FieldErrors::find`] looks for any of them behind the rejection of an extractor.
//!
//! ```
//! # #[cfg(feature = "validator")] {
//! use errcode::ApiError;
//! use errcode::validation::FieldErrors;
//! use validator::{Validate, ValidationErrors};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! enum SkillError {
//!     #[error("the input is not valid")]
//!     #[api(status = 422, code = "INVALID_INPUT")]
//!     Invalid {
//!         #[api(public)]
//!         errors: FieldErrors,
//!     },
//! }
//!
//! impl From<ValidationErrors> for SkillError {
//!     fn from(errors: ValidationErrors) -> Self {
//!         Self::Invalid { errors: errors.into() }
//!     }
//! }
//!
//! fn create(input: &impl Validate) -> Result<(), SkillError> {
//!     input.validate()?;
//!     Ok(())
//! }
//! # }
//! ```
//!
//! # What the client reads
//!
//! - **Paths** are JSON Pointers (RFC 6901). `#[api(public, with = FieldErrors::dotted)]` writes `tags[0]` in place of
//!   `/tags/0`. The name of a field is the one in Rust: validator and garde do not know `#[serde(rename)]`.
//! - **No rejected values**: a value that the client sent is in no body and no log event. Parameters named `value` and `other`, in
//!   which validator puts such values, are left out. Of a text of serde only what was expected is kept. A message that you write
//!   yourself is sent as it is.
//! - **Order**: by path, and indexes by number. Errors of one field stay in the order of their source.
//! - **Limits**: at most [`FieldErrors::MAX`] errors; one more, at the path of the whole request, says how many are left out. A name
//!   or a message is cut at 4 KiB.

mod error;
mod find;
#[cfg(feature = "garde")]
mod garde;
mod path;
#[cfg(feature = "serde_path_to_error")]
mod serde_path_to_error;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "validator", feature = "validator_0_20"))]
mod validator;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt;

use serde::{Serialize, Serializer};

pub use error::FieldError;
pub use path::FieldPath;

/// The fields of a request that are not valid, and what is wrong with each. The [module](self) says how it is written.
///
/// It is an error, so that a variant can hold it as `#[from]`. The variant then has a source, which the client may see only with
/// `expose`:
///
/// ```
/// use errcode::ApiError;
/// use errcode::validation::FieldErrors;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("the input is not valid")]
/// #[api(status = 422, code = "INVALID_INPUT", expose)]
/// struct Invalid {
///     #[from]
///     #[api(public)]
///     errors: FieldErrors,
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FieldErrors {
    by_path: BTreeMap<FieldPath, Vec<FieldError>>,
    /// How many errors the lists have.
    listed: usize,
    /// How many errors are not in the lists, because there are too many.
    left_out: usize,
    dotted: bool,
}

impl FieldErrors {
    /// The errors that are listed at most.
    pub const MAX: usize = 1_000;

    /// No errors.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an error of a field: `"slug"`, or `["tags", "0"]` of a field inside others. The path `[""; 0]` is the whole request.
    pub fn add(&mut self, path: impl Into<FieldPath>, error: FieldError) {
        self.by_path.entry(path.into()).or_default().push(error);
        self.listed += 1;
        if self.listed > Self::MAX {
            self.leave_out_last();
        }
    }

    /// Leaves out the last error in the order of the paths, so that those which are left do not depend on the order of a source.
    fn leave_out_last(&mut self) {
        if let Some(mut last) = self.by_path.last_entry() {
            last.get_mut().pop();
            if last.get().is_empty() {
                last.remove();
            }
        }
        self.listed -= 1;
        self.left_out += 1;
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many errors there are, those beyond [`MAX`](Self::MAX) included.
    pub fn len(&self) -> usize {
        self.listed + self.left_out
    }

    /// The fields in order, each with its errors.
    pub fn iter(&self) -> impl Iterator<Item = (&FieldPath, &[FieldError])> {
        let lists = self.by_path.iter();
        lists.map(|(path, errors)| (path, errors.as_slice()))
    }

    /// The same with dotted paths, `tags[0].name`, for `#[api(public, with = FieldErrors::dotted)]`.
    pub fn dotted(&self) -> Self {
        Self {
            dotted: true,
            ..self.clone()
        }
    }

    /// The errors, or `Ok` if there are none: for checks by hand.
    ///
    /// # Errors
    ///
    /// If there is an error.
    pub fn into_result(self) -> Result<(), Self> {
        if self.is_empty() { Ok(()) } else { Err(self) }
    }

    fn shown<'a>(&self, path: &'a FieldPath) -> path::Shown<'a> {
        path::Shown {
            path,
            dotted: self.dotted,
        }
    }
}

impl Serialize for FieldErrors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut lists: BTreeMap<FieldPath, Vec<FieldError>>;
        let mut all = &self.by_path;
        if self.left_out > 0 {
            let text = format!("{} more errors are not listed", self.left_out);
            let more = FieldError::new("too_many_errors", text);
            lists = self.by_path.clone();
            lists.entry(FieldPath::default()).or_default().push(more);
            all = &lists;
        }
        serializer.collect_map(all.iter().map(|(path, errors)| (self.shown(path), errors)))
    }
}

/// The number of errors, and the paths of the first ten fields: for the log.
impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// The paths that are named.
        const NAMED: usize = 10;

        let errors = if self.len() == 1 { "error" } else { "errors" };
        write!(f, "{} field {errors}", self.len())?;
        for (at, path) in self.by_path.keys().take(NAMED).enumerate() {
            let separator = if at == 0 { ": " } else { ", " };
            write!(f, "{separator}{}", self.shown(path))?;
        }
        match self.by_path.len().saturating_sub(NAMED) {
            0 => Ok(()),
            1 => f.write_str(" and in 1 more field"),
            more => write!(f, " and in {more} more fields"),
        }
    }
}

impl Error for FieldErrors {}
