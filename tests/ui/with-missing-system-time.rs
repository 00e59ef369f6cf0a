use std::time::SystemTime;

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("read-only")]
#[api(status = 503, code = "READ_ONLY")]
struct ReadOnly {
    #[api(public = "since")] //~ public
    until: SystemTime,
}

fn main() {}
