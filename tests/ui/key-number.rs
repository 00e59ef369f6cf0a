use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN", 7)] //~ 7
struct SlugTaken;

fn main() {}
