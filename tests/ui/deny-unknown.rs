use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN", deny(undocumentd))] //~ undocumentd
struct SlugTaken;

fn main() {}
