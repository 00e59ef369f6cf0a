use errcode::ApiError;
use http::StatusCode;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = StatusCode::OK, code = "SLUG_TAKEN")] //~ StatusCode::OK
    SlugTaken,
}

fn main() {}
