use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum AuthError {
    #[error("token expired")]
    #[api(status = 401, code = "TOKEN_EXPIRED", challenge = "Bearer")] //~ challenge
    TokenExpired,
}

fn main() {}
