use errcode::ApiError;
use http::StatusCode;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("token expired")]
#[api(status = StatusCode::UNAUTHORIZED, code = "TOKEN_EXPIRED")] //~ StatusCode::UNAUTHORIZED
struct TokenExpired;

fn main() {}
