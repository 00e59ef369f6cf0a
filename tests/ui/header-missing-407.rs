use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("proxy")]
#[api(status = 407, code = "PROXY")] //~ 407
struct Proxy;

fn main() {}
