use errcode::ApiError;
use http::StatusCode;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("not allowed")]
#[api(status = StatusCode::METHOD_NOT_ALLOWED, code = "NOT_ALLOWED")] //~ StatusCode::METHOD_NOT_ALLOWED
struct NotAllowed {
    #[api(header = "Allow")]
    allowed: Option<Vec<http::Method>>,
}

fn main() {}
