//! utoipa 5: the same as [`utoipa`](https://docs.rs/utoipa) 6, for services that have not moved to it yet.
//!
//! Both features may be on. A derived type then implements `IntoResponses` of both versions.
//!
//! ```
//! use errcode::ApiError;
//! use utoipa_5::IntoResponses;
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[error("slug taken")]
//! #[api(status = 409, code = "SLUG_TAKEN")]
//! struct SlugTaken;
//!
//! let responses = serde_json::to_value(SlugTaken::responses())?;
//! let examples = &responses["409"]["content"]["application/problem+json"]["examples"];
//! assert_eq!(examples["SLUG_TAKEN"]["value"]["code"], "SLUG_TAKEN");
//! # Ok::<(), serde_json::Error>(())
//! ```

super::utoipa_types::types!(utoipa_5);

/// The impl for a type.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_utoipa_5_unless_respond_is_false {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::utoipa_5::IntoResponses for $type $($bounds)* {
            fn responses() -> $crate::__private::BTreeMap<
                $crate::__private::String,
                $crate::__private::utoipa_5::openapi::RefOr<$crate::__private::utoipa_5::openapi::Response>,
            > {
                $crate::openapi::utoipa_5::responses::<$type>()
            }
        }
    };
}
