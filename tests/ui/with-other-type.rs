use std::time::Duration;

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("limited")]
#[api(status = 429, code = "LIMITED")]
struct Limited {
    #[api(public, with = Duration::as_secs)] //~ Duration::as_secs
    after: u64,
}

fn main() {}
