use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError, ApiError)] //~ ApiError //~ ApiError //~ ApiError
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN")]
struct SlugTaken;

fn main() {}
