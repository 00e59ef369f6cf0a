use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("limited")]
#[api(status = 429, code = "LIMITED")]
struct Limited {
    #[api(header = "Retry-After")]
    after: Vec<u32>, //~ Vec<u32>
}

fn main() {}
