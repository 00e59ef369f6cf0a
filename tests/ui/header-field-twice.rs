use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED")]
struct Limited {
    #[api(header = "Retry-After")]
    seconds: u64,
    #[api(header = "retry-after")] //~ "retry-after"
    minutes: u64,
}

fn main() {}
