use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 1000, code = "SLUG_TAKEN")] //~ 1000
    SlugTaken,
}

fn main() {}
