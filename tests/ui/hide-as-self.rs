use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("NotFound")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    #[error("Private")]
    #[api(hide_as = Self)] //~ Self
    Private,
}

fn main() {}
