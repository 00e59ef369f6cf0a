use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("moved")]
    #[api(status = 304, code = "NOT_MODIFIED")] //~ 304
    NotModified,
}

fn main() {}
