use errcode::ApiError;
use http::StatusCode;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = StatusCode::CONFLIT, code = "SLUG_TAKEN")] //~ CONFLIT
    SlugTaken,
}

fn main() {}
