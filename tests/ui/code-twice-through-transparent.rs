use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED")]
struct Limited;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("too many skills")]
    #[api(status = 409, code = "RATE_LIMITED")]
    TooMany,
    #[error(transparent)]
    #[api(transparent)]
    Limited(#[from] Limited), //~ Limited
}

fn main() {}
