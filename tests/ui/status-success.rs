use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 200, code = "SLUG_TAKEN")] //~ 200
    SlugTaken,
}

fn main() {}
