use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 70000, code = "SLUG_TAKEN")] //~ 70000
    SlugTaken,
}

fn main() {}
