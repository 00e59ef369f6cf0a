//! Errors in the OpenAPI descriptions that other crates generate: `utoipa` (6 and 5), `aide` and `poem_openapi`.
//!
//! A response in OpenAPI stands for one status, and generators keep one error of each status. These impls merge all errors of
//! a status into one response: an example for each error, one schema for all of their bodies, all headers, and a list of
//! the codes in the description. The response includes its schema, so that nothing has to be registered.
//!
//! An operation that can fail with a few errors of a type, or with errors of several types, names them with
//! [`operation_errors!`](crate::operation_errors!).

#[cfg(feature = "aide")]
pub mod aide;
#[cfg(feature = "poem-openapi")]
pub mod poem_openapi;
#[cfg(feature = "utoipa")]
pub mod utoipa;
#[cfg(feature = "utoipa_5")]
pub mod utoipa_5;
#[cfg(any(feature = "utoipa", feature = "utoipa_5"))]
mod utoipa_types;

use errcode_core::Documented;
use errcode_docs::{Document, Entry, Json, openapi};

/// Errors that an operation can respond with: those of a derived type, or those that
/// [`operation_errors!`](crate::operation_errors!) names.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no documented errors",
    label = "does not implement `OperationErrors`",
    note = "derive `ApiError` for it, or name the errors with `errcode::operation_errors!`"
)]
pub trait OperationErrors {
    /// Whether there are any. A box of any error has none of its own.
    #[doc(hidden)]
    const HAS_ERRORS: bool = true;

    /// The errors as a document.
    fn document() -> Document;
}

#[diagnostic::do_not_recommend]
impl<E: Documented> OperationErrors for E {
    const HAS_ERRORS: bool = errcode_core::checks::has_entries(E::CATALOG);

    fn document() -> Document {
        Document::from(E::CATALOG)
    }
}

/// The responses by status, each with its schema; the last may be for all other statuses. For a description that you write
/// yourself.
///
/// ```
/// use errcode::ApiError;
/// use errcode::openapi::responses;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("taken")]
/// #[api(status = 409, code = "SLUG_TAKEN")]
/// struct SlugTaken;
///
/// let responses = responses::<SlugTaken>();
/// let (status, conflict) = &responses[0];
/// assert_eq!(*status, Some(409));
/// assert!(conflict.get("content").unwrap().get("application/problem+json").is_some());
/// ```
pub fn responses<E: OperationErrors + ?Sized>() -> Vec<(Option<u16>, Json)> {
    openapi::inline_responses(E::document(), &openapi::Options::default())
}

/// A part of a description as the type that a generator has for it.
#[cfg(any(
    feature = "aide",
    feature = "poem-openapi",
    feature = "utoipa",
    feature = "utoipa_5"
))]
fn typed<T: serde::de::DeserializeOwned>(json: &Json) -> T {
    serde_json::from_str(&json.to_string()).expect("a generator reads what OpenAPI 3.1 has")
}

/// A schema of all bodies.
#[cfg(any(feature = "utoipa", feature = "utoipa_5"))]
pub(crate) fn schema<E: OperationErrors + ?Sized>() -> Json {
    let mut schemas: Vec<Json> = Vec::new();
    for (_, response) in responses::<E>() {
        let Some(Json::Object(content)) = response.get("content") else {
            continue;
        };
        for schema in content
            .iter()
            .filter_map(|(_, media_type)| media_type.get("schema"))
        {
            if !schemas.contains(schema) {
                schemas.push(schema.clone());
            }
        }
    }
    match schemas.len() {
        1 => schemas.remove(0),
        _ => Json::Object(vec![("anyOf".to_owned(), Json::Array(schemas))]),
    }
}

/// Some errors of a type, in [`operation_errors!`](crate::operation_errors!).
#[doc(hidden)]
pub fn only<E: Documented>(variants: &[&str]) -> Document {
    let mut document = E::document();
    document
        .groups
        .retain(|group| group.name == E::CATALOG.name());
    for group in &mut document.groups {
        let is_named = |name: &String| variants.contains(&name.as_str());
        group
            .errors
            .retain(|error| error.variants.iter().any(is_named));
    }
    document
}

/// The errors of several documents, in [`operation_errors!`](crate::operation_errors!).
#[doc(hidden)]
pub fn together(first: Document, others: Vec<Document>) -> Document {
    let mut all = first;
    for group in others.into_iter().flat_map(|other| other.groups) {
        // A type that is listed twice, or is also the inner type of another one, counts once.
        match all.groups.iter_mut().find(|known| known.name == group.name) {
            Some(known) => {
                let is_new = |error: &Entry| {
                    let mut listed = known.errors.iter();
                    listed.all(|known| known.variants != error.variants)
                };
                let new: Vec<Entry> = group.errors.into_iter().filter(is_new).collect();
                known.errors.extend(new);
            }
            None => all.groups.push(group),
        }
    }
    all
}

/// Names the errors that an operation can respond with: some variants of a type, or all of them, of one type or of several.
///
/// The macro defines a type that the attributes of utoipa and the operations of aide and poem-openapi name. Errors of one status are
/// merged, whichever type they are from. A name that is no variant is a compile error. The variant of a `transparent` field is
/// not named: list the inner type.
///
/// ```
/// use errcode::ApiError;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// enum SkillError {
///     #[error("slug taken")]
///     #[api(status = 409, code = "SLUG_TAKEN")]
///     SlugTaken,
///     #[error("name taken")]
///     #[api(status = 409, code = "NAME_TAKEN")]
///     NameTaken,
///     #[error("not found")]
///     #[api(status = 404, code = "SKILL_NOT_FOUND")]
///     NotFound,
/// }
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("quota exceeded")]
/// #[api(status = 409, code = "QUOTA_EXCEEDED")]
/// struct QuotaExceeded;
///
/// errcode::operation_errors! {
///     /// The errors of `POST /skills`.
///     pub CreateSkill: SkillError { SlugTaken, NameTaken }, QuotaExceeded;
/// }
///
/// let responses = errcode::openapi::responses::<CreateSkill>();
/// assert_eq!(responses.len(), 1);
/// let conflict = responses[0].1.to_string();
/// for code in ["SLUG_TAKEN", "NAME_TAKEN", "QUOTA_EXCEEDED"] {
///     assert!(conflict.contains(code));
/// }
/// ```
///
/// A variant that does not exist:
///
/// ```compile_fail
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # enum SkillError { #[error("a")] #[api(status = 409, code = "SLUG_TAKEN")] SlugTaken }
/// // error: no variant named `SlugTakn` found for enum `SkillError`
/// errcode::operation_errors! { CreateSkill: SkillError { SlugTakn }; }
/// ```
///
/// A type without errors of its own:
///
/// ```compile_fail,E0080
/// // error: `errcode::BoxApiError` has no errors of its own: list the types of the errors inside
/// errcode::operation_errors! { CreateSkill: errcode::BoxApiError; }
/// ```
#[macro_export]
macro_rules! operation_errors {
    ($(
        $(#[$attribute:meta])*
        $visibility:vis $name:ident: $first:ty $({ $($variant:ident),* $(,)? })?
            $(, $other:ty $({ $($others:ident),* $(,)? })?)* $(,)?;
    )*) => {$(
        $(#[$attribute])*
        $visibility struct $name;

        impl $crate::openapi::OperationErrors for $name {
            fn document() -> $crate::docs::Document {
                $crate::openapi::together(
                    $crate::__operation_errors_of!($first $({ $($variant)* })?),
                    $crate::__private::vec![
                        $($crate::__operation_errors_of!($other $({ $($others)* })?)),*
                    ],
                )
            }
        }
        $crate::__private::impl_openapi! { [] [$name] [] }
    )*};
    ($($other:tt)*) => {
        $crate::__private::core::compile_error! {
            "expected a name and its errors, as in \
            `errcode::operation_errors! { CreateSkill: SkillError { SlugTaken }, AuthError; }`"
        }
    };
}

/// The errors of one type in [`operation_errors!`].
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_errors_of {
    ($type:ty) => {{
        const _: () = $crate::__private::core::assert!(
            <$type as $crate::openapi::OperationErrors>::HAS_ERRORS,
            $crate::__private::core::concat!(
                "`",
                $crate::__private::core::stringify!($type),
                "` has no errors of its own: list the types of the errors inside"
            )
        );
        <$type as $crate::openapi::OperationErrors>::document()
    }};
    ($type:ty { $($variant:ident)* }) => {{
        type Errors = $type;
        $(const _: () = {
            // Rustc reports a name that is no variant here, and then evaluates no more of the constant.
            let _: fn(&Errors) = |error| match error {
                Errors::$variant { .. } => {}
                #[allow(unreachable_patterns)]
                _ => {}
            };
            $crate::__private::checks::entry_named(
                <Errors as $crate::Documented>::CATALOG,
                $crate::__private::core::stringify!($variant),
            )
        };)*
        $crate::openapi::only::<Errors>(&[
            $($crate::__private::core::stringify!($variant)),*
        ])
    }};
}

/// The macro that the derive and [`operation_errors!`] call: generics, a type and a where clause.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_openapi {
    ($($parts:tt)*) => {
        $crate::__impl_for_aide_unless_respond_is_false! { $($parts)* }
        $crate::__impl_for_poem_openapi_unless_respond_is_false! { $($parts)* }
        $crate::__impl_for_utoipa_unless_respond_is_false! { $($parts)* }
        $crate::__impl_for_utoipa_5_unless_respond_is_false! { $($parts)* }
    };
}
