use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG`TAKEN")] //~ "SLUG`TAKEN"
struct SlugTaken;

fn main() {}
