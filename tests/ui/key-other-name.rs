use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(http_status = 429, error_code = "RATE_LIMITED")] //~ http_status //~ error_code
#[api(msg = "slow down", retry_after = 30)] //~ msg //~ retry_after
struct Limited {
    #[api(retry_after)] //~ retry_after
    seconds: u64,
}

fn main() {}
