use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = true, code = "SLUG_TAKEN")] //~ true
    SlugTaken,
}

fn main() {}
