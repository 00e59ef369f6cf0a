use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED", header("Retry-After" = "30\0"))] //~ "30\0"
struct Limited;

fn main() {}
