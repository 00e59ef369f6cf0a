use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("busy")]
#[api(status = 503, code = "BUSY", retryable = false)] //~ retryable = false
struct Busy;

fn main() {}
