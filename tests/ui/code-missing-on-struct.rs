use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409)]
struct SlugTaken; //~ SlugTaken

fn main() {}
