use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error(transparent)]
    #[api(transparent)]
    Format(#[from] std::fmt::Error), //~ std::fmt::Error
}

fn main() {}
