use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN", format = problem(coed = false))] //~ coed
struct SlugTaken;

fn main() {}
