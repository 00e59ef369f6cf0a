use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED")]
struct Limited {
    #[api(header = "Retry-After")]
    retry_after: f64, //~ f64
}

fn main() {}
