use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED", header("A" = "1", "B" = "2"))] //~ "B" = "2"
struct Limited;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED", header("A" = "1", "B" = "2", "C" = "3"))] //~ "B" = "2", "C" = "3"
struct LimitedAgain;

fn main() {}
