use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", example "a slug", Self::SlugTaken)] //~ "a slug"
    SlugTaken,
}

fn main() {}
