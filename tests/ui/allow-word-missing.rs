use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("who are you")]
    #[api(status = 401, code = "UNAUTHORIZED", (missing_header))] //~ (missing_header)
    Unauthorized,
    #[error("what are you")]
    #[api(status = 401, code = "UNKNOWN", allow allow(missing_header))] //~ allow
    Unknown,
}

fn main() {}
