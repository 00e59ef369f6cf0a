use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("upgrade")]
#[api(status = 426, code = "UPGRADE")] //~ 426
struct Upgrade;

fn main() {}
