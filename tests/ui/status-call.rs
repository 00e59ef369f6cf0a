use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = conflict(), code = "SLUG_TAKEN")] //~ conflict()
    SlugTaken,
}

fn main() {}
