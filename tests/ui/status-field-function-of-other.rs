use errcode::ApiError;

fn status(text: &String) -> Option<http::StatusCode> {
    text.parse().ok()
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream answered {status}")]
#[api(status = 502, code = "UPSTREAM")]
struct Upstream {
    #[api(status = status)] //~ status
    status: u32,
}

fn main() {}
