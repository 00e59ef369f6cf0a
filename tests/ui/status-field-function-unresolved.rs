use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream answered {status}")]
#[api(status = 502, code = "UPSTREAM")]
struct Upstream {
    #[api(status = parse_status)] //~ parse_status
    status: u32,
}

fn main() {}
