use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("limited")]
#[api(status = 429, code = "LIMITED")]
struct Limited {
    #[api(public, with = "Duration::as_secs")] //~ "Duration::as_secs"
    after: u8,
}

fn main() {}
