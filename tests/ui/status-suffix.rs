use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409i64, code = "SLUG_TAKEN")] //~ 409i64
    SlugTaken,
}

fn main() {}
