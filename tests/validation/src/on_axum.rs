//! The service on axum.

use axum::extract::Query;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Json, Router};
use axum_valid::{Garde, GardeRejection, Valid, ValidRejection};
use errcode::axum::{ContextLayer, Rejection};
use errcode::validation::FieldErrors;

use crate::input::{GardeSlug, Signup, Slug};
use crate::{SignupError, rejected};

pub fn app() -> Router {
    Router::new()
        .route("/validator", post(by_validator))
        .route("/garde", post(by_garde))
        .route("/query", get(query))
        .route("/axum-valid/validator", post(by_axum_valid))
        .route("/axum-valid/garde", post(by_axum_valid_and_garde))
        .layer(ContextLayer::new())
}

async fn by_validator(input: Result<Json<Signup>, JsonRejection>) -> Result<(), SignupError> {
    validator::Validate::validate(&*input?)?;
    Ok(())
}

async fn by_garde(input: Result<Json<Signup>, JsonRejection>) -> Result<(), SignupError> {
    garde::Validate::validate(&*input?)?;
    Ok(())
}

async fn query(input: Result<Query<Vec<(String, u8)>>, QueryRejection>) -> Result<(), SignupError> {
    input?;
    Ok(())
}

async fn by_axum_valid(
    input: Result<Valid<Json<Slug>>, ValidRejection<JsonRejection>>,
) -> Result<String, SignupError> {
    Ok(input?.into_inner().0.slug)
}

async fn by_axum_valid_and_garde(
    input: Result<Garde<Json<GardeSlug>>, GardeRejection<JsonRejection>>,
) -> Result<String, SignupError> {
    Ok(input?.into_inner().0.slug)
}

impl From<JsonRejection> for SignupError {
    fn from(rejection: JsonRejection) -> Self {
        rejected(&rejection, rejection.status())
    }
}

impl From<QueryRejection> for SignupError {
    fn from(rejection: QueryRejection) -> Self {
        rejected(&rejection, rejection.status())
    }
}

impl<V, E> From<axum_valid::ValidationRejection<V, E>> for SignupError
where
    axum_valid::ValidationRejection<V, E>: std::error::Error + IntoResponse + 'static,
{
    fn from(rejection: axum_valid::ValidationRejection<V, E>) -> Self {
        match FieldErrors::find(&rejection) {
            Some(errors) => errors.into(),
            None => Rejection::new(rejection.into_response().status(), "rejected").into(),
        }
    }
}
