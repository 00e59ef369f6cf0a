//! A small social network, whose errors are text except for those of forms.
//!
//! The module [`errors`] defines every error response.

pub mod errors;

use anyhow::Context;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::{delete, post};
use axum::{Json, Router};
use errcode::axum::RejectionLayer;
use serde::Deserialize;

use errors::{Error, FieldErrors};

/// The service.
pub fn app() -> Router {
    Router::new()
        .route("/users", post(sign_up))
        .route("/articles/{id}", delete(remove))
        .fallback(async || Error::NotFound)
        .layer(RejectionLayer::<Error>::new())
}

/// A new user.
#[derive(Debug, Deserialize)]
pub struct SignUp {
    name: String,
    email: String,
}

async fn sign_up(Json(form): Json<SignUp>) -> Result<StatusCode, Error> {
    let mut errors = FieldErrors::new();
    if form.name.len() < 3 {
        errors.entry("name").or_default().push("is too short");
    }
    if !form.name.chars().all(char::is_alphanumeric) {
        errors
            .entry("name")
            .or_default()
            .push("has other characters than letters and digits");
    }
    if !form.email.contains('@') {
        errors.entry("email").or_default().push("has no @");
    }
    if !errors.is_empty() {
        return Err(Error::UnprocessableEntity { errors });
    }
    if form.name == "ada" {
        return Err(Error::form("name", "is taken"));
    }
    Ok(StatusCode::CREATED)
}

async fn remove(headers: HeaderMap, Path(id): Path<String>) -> Result<StatusCode, Error> {
    if !headers.contains_key(header::AUTHORIZATION) {
        return Err(Error::Unauthorized);
    }
    let id: u32 = id
        .parse()
        .with_context(|| format!("article `{id}` in the index"))?;
    match id {
        1 => Ok(StatusCode::NO_CONTENT),
        _ => Err(Error::Forbidden),
    }
}
