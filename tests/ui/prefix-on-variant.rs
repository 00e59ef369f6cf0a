use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", prefix = "SKILL_")] //~ prefix
    SlugTaken,
}

fn main() {}
