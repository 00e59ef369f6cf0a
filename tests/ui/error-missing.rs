use errcode::ApiError;

#[derive(Debug, ApiError)]
#[api(status = 409, code = "SLUG_TAKEN")]
struct SlugTaken; //~ SlugTaken

fn main() {}
