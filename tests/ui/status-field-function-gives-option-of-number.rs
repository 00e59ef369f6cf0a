use errcode::ApiError;

mod upstream {
    pub fn status(upstream: &u8) -> Option<u16> {
        Some(u16::from(*upstream))
    }
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream answered {upstream}")]
#[api(status = 502, code = "UPSTREAM")]
struct Upstream {
    #[api(status = upstream::status)] //~ upstream::status
    upstream: u8,
}

fn main() {}
