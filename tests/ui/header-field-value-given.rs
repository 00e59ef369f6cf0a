use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED")]
struct Limited {
    #[api(header("Retry-After" = "30"))] //~ header("Retry-After" = "30")
    seconds: u64,
}

fn main() {}
