//! aide 0.15: `OperationOutput` for every derived type.
//!
//! A handler that returns `Result<T, MyError>` documents the errors of `MyError`; nothing else is needed.
//!
//! ```
//! use aide::OperationOutput;
//! use aide::openapi::Operation;
//! use errcode::ApiError;
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! enum SkillError {
//!     /// The slug is already in use.
//!     #[error("slug taken")]
//!     #[api(status = 409, code = "SLUG_TAKEN")]
//!     SlugTaken,
//! }
//!
//! // aide calls this for the return type of a handler.
//! let responses = aide::generate::in_context(|context| {
//!     SkillError::inferred_responses(context, &mut Operation::default())
//! });
//! let (status, conflict) = &responses[0];
//! assert_eq!(*status, Some(409));
//! let examples = &conflict.content["application/problem+json"].examples;
//! assert!(examples.contains_key("SLUG_TAKEN"));
//! ```
//!
//! To document a few errors of the type, give the operation those of [`operation_errors!`](crate::operation_errors!) with
//! [`document`].

use aide::openapi::{ReferenceOr, Response, StatusCode};
use aide::transform::TransformOperation;

use super::{OperationErrors, typed};

/// The responses by status, `None` for all other statuses: what `OperationOutput` returns.
///
/// # Panics
///
/// If aide cannot read a response of OpenAPI 3.1.
pub fn responses<E: OperationErrors + ?Sized>() -> Vec<(Option<u16>, Response)> {
    let responses = super::responses::<E>().into_iter();
    responses
        .map(|(status, response)| (status, typed(&response)))
        .collect()
}

/// Documents the errors of an operation, in place of those that its handler returns.
///
/// # Panics
///
/// If aide cannot read a response of OpenAPI 3.1.
///
/// ```
/// use aide::openapi::Operation;
/// use aide::transform::TransformOperation;
/// use errcode::ApiError;
/// use errcode::openapi::aide::document;
///
/// # #[derive(Debug, thiserror::Error, ApiError)]
/// # enum SkillError { #[error("slug taken")] #[api(status = 409, code = "SLUG_TAKEN")] SlugTaken }
/// errcode::operation_errors! { CreateSkill: SkillError { SlugTaken }; }
///
/// // With axum: `post_with(create, document::<CreateSkill>)`.
/// let mut operation = Operation::default();
/// let _ = document::<CreateSkill>(TransformOperation::new(&mut operation));
/// assert_eq!(operation.responses.unwrap().responses.len(), 1);
/// ```
pub fn document<E: OperationErrors + ?Sized>(
    mut operation: TransformOperation<'_>,
) -> TransformOperation<'_> {
    let documented = operation.inner_mut().responses.get_or_insert_default();
    documented
        .responses
        .retain(|status, _| matches!(status, StatusCode::Code(..400)));
    documented.default = None;
    for (status, response) in responses::<E>() {
        let response = ReferenceOr::Item(response);
        match status {
            Some(status) => {
                documented
                    .responses
                    .insert(StatusCode::Code(status), response);
            }
            None => documented.default = Some(response),
        }
    }
    operation
}

/// The impl for a type.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_aide_unless_respond_is_false {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::aide::OperationOutput for $type $($bounds)* {
            type Inner = Self;

            fn inferred_responses(
                _: &mut $crate::__private::aide::generate::GenContext,
                _: &mut $crate::__private::aide::openapi::Operation,
            ) -> $crate::__private::Vec<(
                $crate::__private::core::option::Option<$crate::__private::core::primitive::u16>,
                $crate::__private::aide::openapi::Response,
            )> {
                $crate::openapi::aide::responses::<$type>()
            }
        }
    };
}
