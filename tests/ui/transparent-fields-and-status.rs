use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("auth of {1}: {0}")]
    #[api(transparent, status = 403, code = "FORBIDDEN")] //~ transparent
    Auth(String, String),
}

fn main() {}
