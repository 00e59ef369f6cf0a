use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upstream answered {status}")]
#[api(status = 502, code = "UPSTREAM")]
struct Upstream {
    #[api(status)]
    status: String, //~ String
}

fn main() {}
