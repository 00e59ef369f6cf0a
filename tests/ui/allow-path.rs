use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("SlugTaken")]
    #[api(status = 409, code = "A", allow(errcode::non_error_status))] //~ errcode::non_error_status
    SlugTaken,
}

fn main() {}
