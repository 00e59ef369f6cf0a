//! Finds field errors behind the error of another crate.

use std::error::Error;

use super::FieldErrors;

impl FieldErrors {
    /// The field errors that an error is, or that one of its sources is: those of validator, garde or `serde_path_to_error`, if
    /// their features are on. So the rejection of an extractor can be asked for them: of axum's `Json`, `Form` and `Query`, of
    /// axum-valid and of actix-web-validator.
    ///
    /// ```
    /// use errcode::validation::{FieldError, FieldErrors};
    ///
    /// #[derive(Debug, thiserror::Error)]
    /// #[error("rejected")]
    /// struct Rejected(#[from] FieldErrors);
    ///
    /// let mut errors = FieldErrors::new();
    /// errors.add("slug", FieldError::new("taken", "is taken"));
    /// assert_eq!(FieldErrors::find(&Rejected(errors.clone())), Some(errors));
    /// assert_eq!(FieldErrors::find(&std::fmt::Error), None);
    /// ```
    pub fn find(error: &(dyn Error + 'static)) -> Option<Self> {
        /// A chain of errors may be a circle.
        const DEPTH: usize = 32;

        let chain = std::iter::successors(Some(error), |&error| error.source());
        chain.take(DEPTH).find_map(Self::of)
    }

    /// The field errors that an error itself is.
    fn of(error: &(dyn Error + 'static)) -> Option<Self> {
        let found = error.downcast_ref::<Self>().cloned();
        #[cfg(feature = "garde")]
        let found = found.or_else(|| super::garde::find(error));
        #[cfg(feature = "serde_path_to_error")]
        let found = found.or_else(|| super::serde_path_to_error::find(error));
        #[cfg(any(feature = "validator", feature = "validator_0_20"))]
        let found = found.or_else(|| super::validator::find(error));
        found
    }
}
