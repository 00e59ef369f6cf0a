use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED", header("Content-Length" = "0"))] //~ "Content-Length"
struct Limited;

fn main() {}
