//! Extractors whose rejections are the service's own errors.

use std::marker::PhantomData;

use axum_core::extract::{FromRequest, FromRequestParts, Request};
use axum_core::response::{IntoResponse, Response};
use http::request::Parts;

use super::Rejection;

/// Any extractor `T`, whose rejection becomes the service's error `E`.
///
/// ```
/// use axum::{Json, extract::Path};
/// use errcode::ApiError;
/// use errcode::axum::{Extract, Rejection};
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(format = flat)]
/// enum SkillError {
///     /// The request can't be read.
///     #[error("{0}")]
///     #[api(status = 400, code = "INVALID_REQUEST", message = "The request is not valid.")]
///     Rejected(#[from] Rejection),
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
#[derive(Debug)]
pub struct Extract<T, E>(pub T, pub PhantomData<fn() -> E>);

impl<S, T, E> FromRequest<S> for Extract<T, E>
where
    S: Send + Sync,
    T: FromRequest<S> + Send,
    E: From<Rejection> + IntoResponse,
{
    type Rejection = E;

    async fn from_request(request: Request, state: &S) -> Result<Self, E> {
        let extracted = T::from_request(request, state).await;
        or_rejection(extracted.map_err(IntoResponse::into_response)).await
    }
}

impl<S, T, E> FromRequestParts<S> for Extract<T, E>
where
    S: Send + Sync,
    T: FromRequestParts<S> + Send,
    E: From<Rejection> + IntoResponse,
{
    type Rejection = E;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, E> {
        let extracted = T::from_request_parts(parts, state).await;
        or_rejection(extracted.map_err(IntoResponse::into_response)).await
    }
}

/// What was extracted, or the service's error.
async fn or_rejection<T, E: From<Rejection>>(
    extracted: Result<T, Response>,
) -> Result<Extract<T, E>, E> {
    match extracted {
        Ok(value) => Ok(Extract(value, PhantomData)),
        Err(rejection) => Err(Rejection::of(rejection).await.into()),
    }
}
