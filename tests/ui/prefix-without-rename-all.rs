use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(prefix = "SKILL_")] //~ prefix
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken,
}

fn main() {}
