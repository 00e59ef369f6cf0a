use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(challenge = "Bearer\r\n")] //~ "Bearer\r\n"
enum AuthError {
    #[error("token expired")]
    #[api(status = 401, code = "TOKEN_EXPIRED")]
    TokenExpired,
}

fn main() {}
