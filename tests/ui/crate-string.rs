use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN", crate = "errcode")] //~ "errcode"
struct SlugTaken;

fn main() {}
