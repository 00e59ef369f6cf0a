//! `impl_response!`: the response traits of all frameworks whose features are on.

use errcode_core::ApiError;

/// A value that can be a response: an API error, or a box of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an API error",
    label = "does not implement `ApiError`",
    note = "add `#[derive(ApiError)]` to it, which implements the response traits too, or implement `ApiError` by hand"
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

/// Implements the response trait of every framework whose feature is on, for a hand-written [`ApiError`].
///
/// The derive does this by itself, unless the type has `#[api(respond = false)]`.
///
/// ```
/// use errcode::catalog::{Entry, StaticEntry};
/// use errcode::{ApiError, Code};
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
    ($type:ty $(,)?) => {
        $crate::__impl_response! { [] [$type] [] }
    };
    ($($other:tt)*) => {
        $crate::__private::core::compile_error! {
            "expected the type of one error, as in `errcode::impl_response!(MyError)`"
        }
    };
}

/// The macro behind `impl_response!`. It takes generics, a type and a where clause, as the derive prints them.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_response {
    ($($parts:tt)*) => {
        $crate::__impl_for_actix_unless_respond_is_false! { $($parts)* }
        $crate::__impl_for_axum_unless_respond_is_false! { $($parts)* }
        $crate::__impl_for_poem_unless_respond_is_false! { $($parts)* }
        $crate::__impl_for_rocket_unless_respond_is_false! { $($parts)* }
        $crate::__impl_for_salvo_unless_respond_is_false! { $($parts)* }
        $crate::__impl_for_tonic_unless_respond_is_false! { $($parts)* }
        $crate::__impl_for_warp_unless_respond_is_false! { $($parts)* }
    };
}

/// Stands in `lib.rs` for the macro of a framework whose feature is off. The macro of a feature that is on is
/// in the framework's own file.
#[doc(hidden)]
#[macro_export]
macro_rules! __feature_is_off {
    ($($parts:tt)*) => {};
}
