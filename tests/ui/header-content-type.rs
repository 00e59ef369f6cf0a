use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED", header("Content-Type" = "text/plain"))] //~ "Content-Type"
struct Limited;

fn main() {}
