use std::time::Duration;

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("limited")]
enum Limited {
    #[api(status = 429, code = "LIMITED")]
    Plain {
        #[api(public, header = "Retry-After")] //~ public
        after: Duration,
    },
    #[api(status = 503, code = "BUSY")]
    Named(
        #[api(public = "after", header = "Retry-After")] //~ public
        Option<std::time::Duration>,
    ),
}

fn main() {}
