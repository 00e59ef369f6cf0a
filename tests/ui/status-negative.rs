use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = -1, code = "SLUG_TAKEN")] //~ -1
    SlugTaken,
}

fn main() {}
