use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 401)] //~ 401
enum AuthError {
    #[error("token expired")]
    #[api(code = "TOKEN_EXPIRED")]
    TokenExpired,
}

fn main() {}
