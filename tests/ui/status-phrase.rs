use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("no such skill")]
    #[api(status = "Not Found", code = "SKILL_NOT_FOUND")] //~ "Not Found"
    NotFound,
}

fn main() {}
