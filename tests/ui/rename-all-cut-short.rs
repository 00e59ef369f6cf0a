use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 409, rename_all = "SCREAMING_SNAKE")] //~ "SCREAMING_SNAKE"
enum SkillError {
    #[error("slug taken")]
    SlugTaken,
}

fn main() {}
