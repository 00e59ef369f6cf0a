use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED", header("transfer-encoding" = "chunked"))] //~ "transfer-encoding"
struct Limited;

fn main() {}
