use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("too large")]
#[api(status = 413, code = "TOO_LARGE")]
struct TooLarge {
    #[api(header = "Content-Length")] //~ "Content-Length"
    size: u64,
}

fn main() {}
