//! Authenticates the caller: the extractor of every protected handler.

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use crate::errors::AuthError;
use crate::state::{App, Store, UserId};

/// The user of the token in the request.
#[derive(Clone, Copy, Debug)]
pub struct Caller(pub UserId);

impl FromRequestParts<App> for Caller {
    type Rejection = AuthError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AuthError> {
        user_of(&app.store(), &parts.headers).map(Self)
    }
}

/// The token of a request: `Authorization: Bearer TOKEN`.
///
/// # Errors
///
/// `AUTH_MISSING` or `AUTH_INVALID`.
pub fn token(headers: &HeaderMap) -> Result<&str, AuthError> {
    let value = headers.get(AUTHORIZATION).ok_or(AuthError::Missing)?;
    let (scheme, token) = value
        .to_str()
        .ok()
        .and_then(|value| value.split_once(' '))
        .ok_or(AuthError::Invalid)?;
    if scheme.eq_ignore_ascii_case("Bearer") {
        Ok(token)
    } else {
        Err(AuthError::Invalid)
    }
}

/// The user of a token.
///
/// # Errors
///
/// `AUTH_MISSING`, `AUTH_INVALID` or `AUTH_EXPIRED`.
pub fn user_of(store: &Store, headers: &HeaderMap) -> Result<UserId, AuthError> {
    let session = store
        .sessions
        .get(token(headers)?)
        .ok_or(AuthError::Invalid)?;
    if session.expires <= store.now() {
        return Err(AuthError::Expired);
    }
    Ok(session.user)
}
