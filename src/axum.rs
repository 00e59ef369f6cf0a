//! axum 0.8: `IntoResponse` for every error, and extractors whose failures are the service's own errors.

#![doc = include_str!("../docs/src/frameworks/axum.md")]

use std::any::type_name;
use std::marker::PhantomData;

use axum_core::extract::{
    FromRequest, FromRequestParts, OptionalFromRequest, OptionalFromRequestParts, Request,
};
use axum_core::response::{IntoResponse, Response};
use errcode_core::attach_entries;
use http::HeaderMap;
use http::request::Parts;

use crate::foreign::{merge_headers, part_of_request, stays};
pub use crate::tower::*;

/// `IntoResponse` for one type: generics, type and where clause as the derive prints them.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_for_axum_unless_respond_is_false {
    ([$($generics:tt)*] [$type:ty] [$($bounds:tt)*]) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::axum_core::response::IntoResponse for $type $($bounds)* {
            fn into_response(self) -> $crate::__private::axum_core::response::Response {
                let error = <$type as $crate::__private::AsApiError>::as_api_error(&self);
                $crate::__private::respond(error)
            }
        }
    };
}

/// Any extractor `T`, whose failure becomes the service's error `E`. [`foreign`](crate::foreign) has the rule:
/// an extractor that already fails with an [`ApiError`](crate::ApiError) or with a redirect keeps that response.
///
/// ```
/// use axum::{Json, extract::Path};
/// use errcode::ApiError;
/// use errcode::axum::{Extract, Rejection};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(format = flat)]
/// enum SkillError {
///     /// The request is not valid.
///     #[error("rejected")]
///     #[api(status = 400, code = "INVALID_REQUEST")]
///     Rejected(#[from] #[api(status = Rejection::status)] Rejection),
/// }
///
/// type Input<T> = Extract<T, SkillError>;
///
/// async fn rename(
///     Extract(Path(slug), ..): Input<Path<String>>,
///     Extract(Json(name), ..): Input<Json<String>>,
/// ) -> Result<String, SkillError> {
///     Ok(format!("{slug} is {name} now"))
/// }
/// # let _: axum::Router = axum::Router::new().route("/{slug}", axum::routing::put(rename));
/// ```
///
/// `Option<Extract<T, E>>` works wherever `Option<T>` does. A `Result` has [`Rejected`] as its error.
#[derive(Debug)]
pub struct Extract<T, E>(pub T, pub PhantomData<fn() -> E>);

/// Why [`Extract`] failed: the response that it makes of the failure.
#[derive(Debug)]
pub struct Rejected<E>(Failure<E>);

#[derive(Debug)]
enum Failure<E> {
    /// The extractor's own response stays.
    Kept(Response),
    /// The service's error, and the headers of the extractor's response.
    Error(E, HeaderMap),
}

impl<E> Rejected<E> {
    /// The service's error; none if the extractor's own response stays.
    pub fn error(&self) -> Option<&E> {
        match &self.0 {
            Failure::Kept(_) => None,
            Failure::Error(error, _) => Some(error),
        }
    }
}

impl<E: IntoResponse> IntoResponse for Rejected<E> {
    fn into_response(self) -> Response {
        match self.0 {
            Failure::Kept(response) => response,
            Failure::Error(error, theirs) => {
                let mut response = error.into_response();
                merge_headers(response.headers_mut(), &theirs);
                response
            }
        }
    }
}

impl<S, T, E> FromRequest<S> for Extract<T, E>
where
    S: Send + Sync,
    T: FromRequest<S> + Send,
    E: From<Rejection> + IntoResponse,
{
    type Rejection = Rejected<E>;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejected<E>> {
        attach_entries();
        let extracted = T::from_request(request, state).await;
        extracted.map(value).map_err(rejected)
    }
}

impl<S, T, E> FromRequestParts<S> for Extract<T, E>
where
    S: Send + Sync,
    T: FromRequestParts<S> + Send,
    E: From<Rejection> + IntoResponse,
{
    type Rejection = Rejected<E>;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejected<E>> {
        attach_entries();
        let extracted = T::from_request_parts(parts, state).await;
        extracted.map(value).map_err(rejected)
    }
}

impl<S, T, E> OptionalFromRequest<S> for Extract<T, E>
where
    S: Send + Sync,
    T: OptionalFromRequest<S> + Send,
    E: From<Rejection> + IntoResponse,
{
    type Rejection = Rejected<E>;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Rejected<E>> {
        attach_entries();
        let extracted = T::from_request(request, state).await;
        extracted.map(|found| found.map(value)).map_err(rejected)
    }
}

impl<S, T, E> OptionalFromRequestParts<S> for Extract<T, E>
where
    S: Send + Sync,
    T: OptionalFromRequestParts<S> + Send,
    E: From<Rejection> + IntoResponse,
{
    type Rejection = Rejected<E>;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Rejected<E>> {
        attach_entries();
        let extracted = T::from_request_parts(parts, state).await;
        extracted.map(|found| found.map(value)).map_err(rejected)
    }
}

fn value<T, E>(value: T) -> Extract<T, E> {
    Extract(value, PhantomData)
}

/// The service's error in place of an extractor's rejection, unless that stays.
fn rejected<R: IntoResponse, E: From<Rejection>>(rejection: R) -> Rejected<E> {
    let response = rejection.into_response();
    let extensions = response.extensions();
    if stays(
        response.status().as_u16(),
        extensions.get(),
        extensions.get(),
    ) {
        return Rejected(Failure::Kept(response));
    }
    let (parts, body) = response.into_parts();
    let text = available(body);
    let mut rejection = Rejection::from_response(parts.status, &parts.headers, &text);
    if let Some(part) = part_of_request(type_name::<R>(), "Rejection") {
        rejection = rejection.with_part(part);
    }
    Rejected(Failure::Error(E::from(rejection), parts.headers))
}
