use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream")]
#[api(status = 502, code = "UPSTREAM")]
struct Upstream {
    #[api(headers)]
    headers: Vec<String>, //~ Vec<String>
}

fn main() {}
