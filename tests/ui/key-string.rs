use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api("status" = 404, code = "SLUG_TAKEN")] //~ "status"
struct SlugTaken;

fn main() {}
