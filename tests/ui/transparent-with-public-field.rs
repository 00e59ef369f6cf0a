use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("token expired")]
#[api(status = 403, code = "TOKEN_EXPIRED")]
struct Expired;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error(transparent)]
    #[api(transparent)]
    Auth(#[api(public = "auth")] Expired), //~ public
}

fn main() {}
