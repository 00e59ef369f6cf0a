use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED", header("Retry-After\r\n" = "30"))] //~ "Retry-After\r\n"
struct Limited;

fn main() {}
