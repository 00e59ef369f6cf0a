//! `BoxApiError`, for a handler that returns errors of several types.

use std::error::Error;
use std::fmt;
use std::ops::Deref;

use errcode_core::ApiError;

use crate::respond::AsApiError;

/// Any API error in a box. `?` converts every type that implements [`ApiError`] into it, and its response is that of
/// the error inside.
///
/// Use it where a handler returns errors of several types. A `Box<dyn ApiError>` cannot be a response, because
/// frameworks do not know that type.
///
/// ```
/// use errcode::{ApiError, ApiErrorExt, BoxApiError};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("no such skill")]
/// #[api(status = 404, code = "SKILL_NOT_FOUND")]
/// struct NotFound;
///
/// fn find() -> Result<(), BoxApiError> {
///     Err(NotFound)?
/// }
///
/// let error = find().unwrap_err();
/// assert_eq!(error.code(), "SKILL_NOT_FOUND");
/// assert_eq!(errcode::to_response(&*error).status(), 404);
/// ```
pub struct BoxApiError(Box<dyn ApiError + Send + Sync>);

impl<E: ApiError + Send + Sync + 'static> From<E> for BoxApiError {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

impl BoxApiError {
    /// Wraps an error that is already in a box.
    pub fn from_box(error: Box<dyn ApiError + Send + Sync>) -> Self {
        Self(error)
    }
}

impl Deref for BoxApiError {
    type Target = dyn ApiError + Send + Sync;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl fmt::Debug for BoxApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}

impl fmt::Display for BoxApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&*self.0, f)
    }
}

impl Error for BoxApiError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source()
    }
}

impl AsApiError for BoxApiError {
    fn as_api_error(&self) -> &dyn ApiError {
        &*self.0
    }
}

crate::impl_response!(BoxApiError);
