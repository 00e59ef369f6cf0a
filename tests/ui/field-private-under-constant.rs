use errcode::ApiError;
use http::StatusCode;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` is taken")]
    #[api(status = StatusCode::CONFLICT, code = "SLUG_TAKEN")]
    SlugTaken { slug: String }, //~ slug
}

fn main() {}
