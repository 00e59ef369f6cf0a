//! Signing in and out, and the profile.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};

use super::ApiResult;
use crate::errors::ProfileError;
use crate::session::{Caller, token};
use crate::state::{App, Store, User, secret};
use crate::validation::{FieldErrors, SLUG_RULE, is_slug};

#[derive(Deserialize)]
pub(super) struct SignIn {
    email: String,
}

#[derive(Serialize)]
pub(super) struct SignedIn {
    token: String,
    expires_in: u64,
}

/// There are no passwords: this is about errors and not about secrets.
pub(super) async fn sign_in(
    State(app): State<App>,
    Json(SignIn { email }): Json<SignIn>,
) -> ApiResult<(StatusCode, Json<SignedIn>)> {
    FieldErrors::default()
        .unless(email.contains('@'), "email", "must be an email address")
        .check()?;
    let mut store = app.store();
    let user = store.sign_in(&email);
    let token = secret();
    store.start_session(token.clone(), user);
    let expires_in = Store::SESSION.as_secs();
    Ok((StatusCode::CREATED, Json(SignedIn { token, expires_in })))
}

pub(super) async fn sign_out(
    State(app): State<App>,
    _: Caller,
    headers: HeaderMap,
) -> ApiResult<StatusCode> {
    let mut store = app.store();
    let now = store.now();
    if let Some(session) = store.sessions.get_mut(token(&headers)?) {
        session.expires = now;
    }
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn show(State(app): State<App>, Caller(user): Caller) -> Json<User> {
    Json(app.store().user(user).clone())
}

#[derive(Deserialize)]
pub(super) struct Profile {
    username: String,
}

pub(super) async fn update(
    State(app): State<App>,
    Caller(caller): Caller,
    Json(Profile { username }): Json<Profile>,
) -> ApiResult<Json<User>> {
    FieldErrors::default()
        .unless(is_slug(&username), "username", SLUG_RULE)
        .check()?;
    let mut store = app.store();
    if store.user(caller).username.as_ref() != Some(&username) {
        if store.has_username(&username) {
            return Err(ProfileError::UsernameTaken { username }.into());
        }
        store.user(caller).username = Some(username);
    }
    Ok(Json(store.user(caller).clone()))
}
