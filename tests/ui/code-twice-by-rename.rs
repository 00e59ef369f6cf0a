use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 409, rename_all = "SCREAMING_SNAKE_CASE")]
enum SkillError {
    #[error("slug taken")]
    SlugTaken,
    #[error("taken")]
    #[api(code = "SLUG_TAKEN")] //~ "SLUG_TAKEN"
    Taken,
}

fn main() {}
