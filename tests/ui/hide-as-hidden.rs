use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("no such skill")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    #[error("private")]
    #[api(hide_as = NotFound)]
    Private,
    #[error("secret")]
    #[api(hide_as = Private)] //~ Private
    Secret,
}

fn main() {}
