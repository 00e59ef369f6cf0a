use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 600, code = "SLUG_TAKEN")] //~ 600
    SlugTaken,
}

fn main() {}
