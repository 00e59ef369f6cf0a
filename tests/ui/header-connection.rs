use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED", header("Connection" = "close"))] //~ "Connection"
struct Limited;

fn main() {}
