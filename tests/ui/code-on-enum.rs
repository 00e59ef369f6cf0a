use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(code = "SKILL_ERROR")] //~ code
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken,
}

fn main() {}
