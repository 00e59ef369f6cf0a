use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN", allow(code_style, missing_header, code_style))] //~ code_style
#[api(allow(missing_header))] //~ missing_header
struct SlugTaken;

fn main() {}
