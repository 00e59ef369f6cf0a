//! Authenticates the caller: extractors for handlers that read and for handlers that write.

use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;

use crate::errors::AccountError;
use crate::state::{Access, App};

/// A caller with an API key: `Authorization: Bearer KEY`.
#[derive(Clone, Copy, Debug)]
pub struct Reader(Access);

/// A caller whose key allows writing.
#[derive(Clone, Copy, Debug)]
pub struct Writer;

impl FromRequestParts<App> for Reader {
    type Rejection = AccountError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AccountError> {
        let value = parts.headers.get(AUTHORIZATION);
        let value = value.and_then(|value| value.to_str().ok()).unwrap_or("");
        let (scheme, key) = value.split_once(' ').unwrap_or(("", ""));
        let key = scheme.eq_ignore_ascii_case("Bearer").then_some(key);
        app.account().admit(key).map(Self)
    }
}

impl FromRequestParts<App> for Writer {
    type Rejection = AccountError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, AccountError> {
        match Reader::from_request_parts(parts, app).await? {
            Reader(Access::Write) => Ok(Self),
            Reader(Access::Read) => Err(AccountError::PermissionDenied),
        }
    }
}
