use errcode::ApiError;

const RETRY_AFTER: &str = "Retry-After";

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED")]
#[api(header("Cache-Control" = VALUE))] //~ VALUE
struct Limited {
    #[api(header = RETRY_AFTER)] //~ RETRY_AFTER
    seconds: u64,
}

fn main() {
    let _ = RETRY_AFTER;
}
