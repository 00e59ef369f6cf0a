//! The routes and their handlers.

use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::routing::{get, put};
use axum::{Json, Router};
use errcode::axum::{ContextLayer, Extract, on_panic};
use serde::{Deserialize, Serialize};
use tower_http::catch_panic::CatchPanicLayer;

use crate::caller::{Reader, Writer};
use crate::errors::{AccountError, HttpError};
use crate::money::Money;
use crate::state::{App, Plan, User};

/// An extractor that rejects with an error of this API.
type Input<T> = Extract<T, AccountError>;

/// The result of a handler.
type ApiResult<T> = Result<T, AccountError>;

/// All routes.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/api/v1/users", get(list).post(create))
        .route("/api/v1/users/{user_id}", get(show).delete(remove))
        .route("/api/v1/balance", get(balance))
        .route("/api/v1/maintenance", put(start).delete(end))
}

/// Adds layers, so that every error response is one of this service.
pub fn with_own_errors(routes: Router<App>) -> Router<App> {
    routes
        .fallback(async || AccountError::ResourceNotFound)
        .method_not_allowed_fallback(async || HttpError::MethodNotAllowed)
        .layer(CatchPanicLayer::custom(on_panic::<AccountError>))
        .layer(ContextLayer::new())
}

async fn list(State(app): State<App>, _: Reader) -> ApiResult<Json<Vec<User>>> {
    Ok(Json(app.open()?.users.values().cloned().collect()))
}

#[derive(Deserialize)]
struct NewUser {
    user_id: Option<String>,
    #[serde(default)]
    plan: Plan,
}

async fn create(
    State(app): State<App>,
    _: Writer,
    Extract(Json(new), ..): Input<Json<NewUser>>,
) -> ApiResult<(StatusCode, Json<User>)> {
    let user_id = new.user_id.ok_or_else(|| AccountError::InvalidRequest {
        problem: "Missing required 'user_id' parameter.".into(),
    })?;
    let mut account = app.open()?;
    if account.users.contains_key(&user_id) {
        return Err(AccountError::InvalidRequest {
            problem: format!("There is a user '{user_id}' already.").into(),
        });
    }
    let user = User {
        user_id,
        plan: new.plan,
    };
    account.add(user.clone())?;
    Ok((StatusCode::CREATED, Json(user)))
}

async fn show(
    State(app): State<App>,
    _: Reader,
    Extract(Path(user_id), ..): Input<Path<String>>,
) -> ApiResult<Json<User>> {
    let user = app.open()?.users.get(&user_id).cloned();
    Ok(Json(user.ok_or(AccountError::ResourceNotFound)?))
}

async fn remove(
    State(app): State<App>,
    _: Writer,
    Extract(Path(user_id), ..): Input<Path<String>>,
) -> ApiResult<StatusCode> {
    let user = app.open()?.users.remove(&user_id);
    user.ok_or(AccountError::ResourceNotFound)?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Serialize)]
struct Balance {
    available: Money,
}

async fn balance(State(app): State<App>, _: Reader) -> ApiResult<Json<Balance>> {
    let available = app.open()?.balance;
    Ok(Json(Balance { available }))
}

#[derive(Deserialize)]
struct Maintenance {
    seconds: u16,
}

async fn start(
    State(app): State<App>,
    _: Writer,
    Extract(Json(planned), ..): Input<Json<Maintenance>>,
) -> StatusCode {
    let time = Duration::from_secs(planned.seconds.into());
    app.account().close_for(time);
    StatusCode::NO_CONTENT
}

async fn end(State(app): State<App>, _: Writer) -> StatusCode {
    app.account().close_for(Duration::ZERO);
    StatusCode::NO_CONTENT
}
