use errcode::ApiError;

fn status(upstream: &u8) -> u16 {
    u16::from(*upstream)
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream answered {upstream}")]
#[api(status = 502, code = "UPSTREAM")]
struct Upstream {
    #[api(status = status)] //~ status
    upstream: u8,
}

fn main() {}
