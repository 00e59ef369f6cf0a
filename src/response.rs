//! `impl_response!`: the impls that make an error an answer, for every framework that is switched on.

use errcode_core::ApiError;

/// What can be answered with: an API error, or a box of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an API error",
    label = "does not implement `ApiError`",
    note = "add `#[derive(ApiError)]` to it, which makes it an answer too, or implement `ApiError` by hand"
)]
pub trait AsApiError {
    /// The error.
    fn as_api_error(&self) -> &dyn ApiError;
}

#[diagnostic::do_not_recommend]
impl<E: ApiError> AsApiError for E {
    fn as_api_error(&self) -> &dyn ApiError {
        self
    }
}

/// Makes a hand-written [`ApiError`] an answer in every framework whose feature is on.
///
/// The derive does this by itself, unless it is told `#[api(respond = false)]`.
///
/// ```
/// use errcode::{ApiError, Code, Entry, StaticEntry};
///
/// #[derive(Debug, thiserror::Error)]
/// #[error("short and stout")]
/// struct Teapot;
///
/// impl ApiError for Teapot {
///     fn entry(&self) -> Entry {
///         const { &StaticEntry::new(418, Code::new("TEAPOT")) }.entry()
///     }
/// }
///
/// errcode::impl_response!(Teapot);
/// ```
#[macro_export]
macro_rules! impl_response {
    // From the derive: generics, type and where clause as they are printed.
    (@derived $($parts:tt)*) => {
        $crate::__impl_actix! { $($parts)* }
        $crate::__impl_axum! { $($parts)* }
    };
    ($type:ty $(,)?) => {
        $crate::impl_response! { @derived [] [$type] [] }
    };
}

/// Nothing, where the framework's feature is off.
#[cfg(not(feature = "actix"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_actix {
    ($($parts:tt)*) => {};
}

/// Nothing, where the framework's feature is off.
#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_axum {
    ($($parts:tt)*) => {};
}
