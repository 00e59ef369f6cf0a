use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("NotFound")]
    #[api(STATUS = 404, Code = "NOT_FOUND")] //~ STATUS //~ Code
    NotFound,
}

fn main() {}
