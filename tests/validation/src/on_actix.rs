//! The service on actix-web.

use actix_web::web::{Json, JsonConfig, ServiceConfig, post};
use axum::http::StatusCode;

use crate::input::{Signup, Slug};
use crate::{SignupError, rejected};

pub fn configure(app: &mut ServiceConfig) {
    app.app_data(
        JsonConfig::default()
            .error_handler(|error, _| rejected(&error, StatusCode::BAD_REQUEST).into()),
    )
    .app_data(
        actix_web_validator::JsonConfig::default()
            .error_handler(|error, _| rejected(&error, StatusCode::BAD_REQUEST).into()),
    )
    .route("/validator", post().to(by_validator))
    .route("/garde", post().to(by_garde))
    .route("/actix-web-validator", post().to(by_actix_web_validator));
}

async fn by_validator(input: Json<Signup>) -> Result<&'static str, SignupError> {
    validator::Validate::validate(&*input)?;
    Ok("")
}

async fn by_garde(input: Json<Signup>) -> Result<&'static str, SignupError> {
    garde::Validate::validate(&*input)?;
    Ok("")
}

async fn by_actix_web_validator(input: actix_web_validator::Json<Slug>) -> String {
    input.into_inner().slug
}
