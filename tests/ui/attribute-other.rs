use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("not found")]
    #[status(404)] //~ status
    #[api(code = "NOT_FOUND")]
    NotFound,
    #[error("taken")]
    #[errcode(status = 409, code = "TAKEN")] //~ errcode
    Taken,
    #[error("gone")]
    #[api_error(status = 410, code = "GONE")] //~ api_error
    Gone,
}

fn main() {}
