use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN", type = "urn:slug-taken", title = 409)] //~ 409
struct SlugTaken;

fn main() {}
