use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem(code = false))]
enum AuthError {
    #[error("forbidden")]
    #[api(status = http::StatusCode::FORBIDDEN, code = "FORBIDDEN")]
    Forbidden,
    #[error("blocked")]
    #[api(status = http::StatusCode::FORBIDDEN, code = "BLOCKED")] //~ "BLOCKED"
    Blocked,
}

fn main() {}
