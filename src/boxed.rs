//! `BoxApiError`, for a handler that returns errors of several types.

use std::error::Error;
use std::fmt;
use std::ops::Deref;

use errcode_core::__private::Derived;
use errcode_core::{ApiError, Catalog, Documented};

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

    /// Whether the error inside is of a type.
    pub fn is<E: ApiError + 'static>(&self) -> bool {
        self.downcast_ref::<E>().is_some()
    }

    /// The error inside, if it is of a type.
    ///
    /// ```
    /// use errcode::{ApiError, BoxApiError};
    ///
    /// #[derive(Debug, PartialEq, thiserror::Error, ApiError)]
    /// #[error("no such skill")]
    /// #[api(status = 404, code = "SKILL_NOT_FOUND")]
    /// struct NotFound;
    ///
    /// let error = BoxApiError::from(NotFound);
    /// assert!(error.is::<NotFound>());
    /// assert_eq!(error.downcast_ref(), Some(&NotFound));
    /// ```
    pub fn downcast_ref<E: ApiError + 'static>(&self) -> Option<&E> {
        let error: &(dyn Error + 'static) = &*self.0;
        error.downcast_ref()
    }
}

/// Makes an error of the service of any other error, for `?`.
///
/// The client sees what the service's own error says, for example a masked 500, and the log has the cause. The method
/// takes every type that becomes a boxed error: errors of the standard library, `anyhow::Error`, `eyre::Report`.
///
/// ```
/// use errcode::{ApiError, BoxApiError, MaskError};
///
/// /// Anything that no client can do something about.
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("internal error")]
/// #[api(status = 500, code = "INTERNAL")]
/// struct Internal(#[from] Box<dyn std::error::Error + Send + Sync>);
///
/// fn read() -> Result<String, BoxApiError> {
///     Ok(std::fs::read_to_string("/nowhere").mask::<Internal>()?)
/// }
///
/// let response = errcode::to_response(&*read().unwrap_err());
/// assert_eq!(response.status(), 500);
/// assert!(response.body().ends_with(br#""status":500,"code":"INTERNAL"}"#));
/// ```
pub trait MaskError<T> {
    /// Puts the error, if there is one, into an error of the service.
    ///
    /// # Errors
    ///
    /// The service's error, with the other one inside.
    fn mask<E: ApiError + From<Box<dyn Error + Send + Sync>>>(self) -> Result<T, E>;
}

impl<T, O: Into<Box<dyn Error + Send + Sync>>> MaskError<T> for Result<T, O> {
    fn mask<E: ApiError + From<Box<dyn Error + Send + Sync>>>(self) -> Result<T, E> {
        self.map_err(|error| E::from(error.into()))
    }
}

/// So that a variant can be `transparent` over it. Its errors are in the catalogs of their own types.
#[diagnostic::do_not_recommend]
impl Documented for BoxApiError {
    const CATALOG: &'static Catalog = Catalog::EMPTY;

    fn inner_error(&self, _: Derived) -> &dyn ApiError {
        &*self.0
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
