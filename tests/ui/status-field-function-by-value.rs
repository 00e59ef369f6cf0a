use errcode::ApiError;

fn status(upstream: u8) -> Option<http::StatusCode> {
    http::StatusCode::from_u16(upstream.into()).ok()
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream answered {upstream}")]
#[api(status = 502, code = "UPSTREAM")]
struct Upstream {
    #[api(status = status)] //~ status
    upstream: u8,
}

fn main() {}
