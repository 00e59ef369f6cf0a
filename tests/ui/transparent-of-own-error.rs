use errcode::ApiError;

#[derive(Debug, thiserror::Error)]
#[error("token expired")]
struct Expired;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error(transparent)]
    #[api(transparent)]
    Auth(#[from] Expired), //~ Expired
}

fn main() {}
