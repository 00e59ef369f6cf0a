//! utoipa 6: `IntoResponses` for every derived type, and a schema of its bodies.
//!
//! Name the type in the attribute of a path. With utoipa's feature `auto_into_responses` the return type
//! `Result<T, MyError>` is enough, if `T` implements `IntoResponses` too.
//!
//! ```
//! use errcode::ApiError;
//!
//! /// Everything that can go wrong with a skill.
//! #[derive(Debug, thiserror::Error, ApiError)]
//! enum SkillError {
//!     /// The slug is already in use.
//!     #[error("slug taken")]
//!     #[api(status = 409, code = "SLUG_TAKEN")]
//!     SlugTaken,
//!     /// The name is already in use.
//!     #[error("name taken")]
//!     #[api(status = 409, code = "NAME_TAKEN")]
//!     NameTaken,
//! }
//!
//! #[utoipa::path(post, path = "/skills", responses((status = 201), SkillError))]
//! async fn create() -> Result<(), SkillError> {
//!     Err(SkillError::SlugTaken)
//! }
//!
//! #[derive(utoipa::OpenApi)]
//! #[openapi(paths(create))]
//! struct Api;
//!
//! let description = serde_json::to_value(<Api as utoipa::OpenApi>::openapi())?;
//! let conflict = &description["paths"]["/skills"]["post"]["responses"]["409"];
//! let examples = &conflict["content"]["application/problem+json"]["examples"];
//! assert_eq!(examples["SLUG_TAKEN"]["value"]["code"], "SLUG_TAKEN");
//! assert_eq!(examples["NAME_TAKEN"]["value"]["code"], "NAME_TAKEN");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! utoipa keeps one response for each status of an operation, and the last one wins. So name all types with errors in one
//! [`operation_errors!`](crate::operation_errors!), and write no `(status = 409, ...)` of your own beside it.
//!
//! utoipa has no place for `required` in a response header, so the description does not state it.
//!
//! A schema of all bodies of a type is [`Bodies`]:
//!
//! ```
//! use errcode::ApiError;
//! use errcode::openapi::utoipa::Bodies;
//! use utoipa::{PartialSchema, ToSchema};
//!
//! #[derive(Debug, thiserror::Error, ApiError)]
//! #[error("slug taken")]
//! #[api(status = 409, code = "SLUG_TAKEN")]
//! struct SlugTaken;
//!
//! assert_eq!(Bodies::<SlugTaken>::name(), "SlugTaken");
//! let schema = serde_json::to_value(Bodies::<SlugTaken>::schema())?;
//! assert_eq!(schema["properties"]["code"]["enum"][0], "SLUG_TAKEN");
//! # Ok::<(), serde_json::Error>(())
//! ```

super::utoipa_types::types!(utoipa);

/// The impl for a type.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_utoipa_unless_respond_is_false {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::utoipa::IntoResponses for $type $($bounds)* {
            fn responses() -> $crate::__private::BTreeMap<
                $crate::__private::String,
                $crate::__private::utoipa::openapi::RefOr<$crate::__private::utoipa::openapi::Response>,
            > {
                $crate::openapi::utoipa::responses::<$type>()
            }
        }
    };
}
