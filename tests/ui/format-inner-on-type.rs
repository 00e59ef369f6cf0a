use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = inner)] //~ format
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken,
}

fn main() {}
