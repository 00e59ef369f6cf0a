use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("token expired")]
#[api(status = 403, code = "TOKEN_EXPIRED")]
struct Expired;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("auth of {1}: {0}")]
    #[api(transparent)] //~ transparent
    Auth(Expired, String),
}

fn main() {}
