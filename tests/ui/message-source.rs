use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("storage: {0}")]
    #[api(status = 502, code = "STORAGE", message = "storage: {0}")] //~ "storage: {0}"
    Storage(#[from] std::fmt::Error),
}

fn main() {}
