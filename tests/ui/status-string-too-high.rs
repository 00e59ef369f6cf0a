use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = "700", code = "SLUG_TAKEN")] //~ "700"
struct SlugTaken;

fn main() {}
