use errcode::ApiError;

const CONFLICT: &str = "409";

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = CONFLICT, code = "SLUG_TAKEN")] //~ CONFLICT
    SlugTaken,
}

fn main() {}
