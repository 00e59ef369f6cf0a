use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("storage: {0}")]
    #[api(status = 502, code = "STORAGE", expose = true)] //~ expose = true
    Storage(#[from] std::fmt::Error),
}

fn main() {}
