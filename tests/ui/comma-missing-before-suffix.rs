use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code="SLUG_TAKEN"message="taken")] //~ "SLUG_TAKEN"message
struct SlugTaken;

fn main() {}
