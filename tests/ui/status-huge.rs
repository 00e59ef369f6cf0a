use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 999999999999999999999999999999999999999999, code = "SLUG_TAKEN")] //~ 999999999999999999999999999999999999999999
    SlugTaken,
}

fn main() {}
