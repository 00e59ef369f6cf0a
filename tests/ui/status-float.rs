use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409.0, code = "SLUG_TAKEN")] //~ 409.0
    SlugTaken,
}

fn main() {}
