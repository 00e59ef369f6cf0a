use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("expired")]
#[api(status = 403, code = "EXPIRED")]
struct Expired;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("expired")]
    #[api(transparent)]
    Auth(Option<Expired>), //~ Option<Expired>
}

fn main() {}
