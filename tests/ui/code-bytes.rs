use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = b"SLUG_TAKEN")] //~ b"SLUG_TAKEN"
    SlugTaken,
}

fn main() {}
