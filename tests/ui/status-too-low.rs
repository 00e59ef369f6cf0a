use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 99, code = "SLUG_TAKEN")] //~ 99
    SlugTaken,
}

fn main() {}
