use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("NotFound")]
    #[api(statsu 404, code = "NOT_FOUND")] //~ statsu
    NotFound,
    #[error("Gone")]
    #[api(status = 404, coed = )] //~ coed
    Gone,
}

fn main() {}
