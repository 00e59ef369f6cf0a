use errcode::ApiError;

const LOGIN: u16 = 401;

#[derive(Debug, thiserror::Error, ApiError)]
enum AuthError {
    #[error("no token")]
    #[api(status = LOGIN, code = "NO_TOKEN", header("WWW-Authenticate" = "Basic"))]
    NoToken,
    #[error("bad token")]
    #[api(status = LOGIN, code = "BAD_TOKEN")] //~ LOGIN
    BadToken,
}

fn main() {}
