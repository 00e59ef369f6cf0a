use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("limited")]
#[api(status = 429, code = "LIMITED")]
struct Limited {
    #[api(public, with = "std::convert::identity")] //~ "std::convert::identity"
    after: u8,
}

fn main() {}
