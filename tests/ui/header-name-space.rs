use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED", header("Retry After" = "30"))] //~ "Retry After"
struct Limited;

fn main() {}
