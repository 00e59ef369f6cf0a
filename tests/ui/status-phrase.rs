use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = "Conflict", code = "SLUG_TAKEN")] //~ "Conflict"
    SlugTaken,
}

fn main() {}
