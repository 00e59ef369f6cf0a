use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream answered {status}")]
#[api(status = 502, code = "UPSTREAM")]
struct Upstream {
    #[api(status)]
    status: u16,
    #[api(status)] //~ status
    other: u16,
}

fn main() {}
