use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("auth")]
    #[api(transparent)] //~ transparent
    Auth,
}

fn main() {}
