use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 103, code = "SLUG_TAKEN")] //~ 103
    SlugTaken,
}

fn main() {}
