use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[apii(status = 409, code = "SLUG_TAKEN")] //~ apii
    SlugTaken,
}

fn main() {}
