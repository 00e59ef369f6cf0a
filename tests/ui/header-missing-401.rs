use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("token expired")]
#[api(status = 401, code = "TOKEN_EXPIRED")] //~ 401
struct TokenExpired;

fn main() {}
