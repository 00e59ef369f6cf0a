use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("not allowed")]
#[api(status = 405, code = "NOT_ALLOWED")] //~ 405
struct NotAllowed;

fn main() {}
