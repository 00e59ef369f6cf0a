use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 400 + 9, code = "SLUG_TAKEN")] //~ 400 + 9
    SlugTaken,
}

fn main() {}
