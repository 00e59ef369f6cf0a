use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("limited")]
#[api(status = 503, code = "LIMITED")]
struct Limited {
    #[api(with = std::time::Duration::as_secs)] //~ with
    after: std::time::Duration,
}

fn main() {}
