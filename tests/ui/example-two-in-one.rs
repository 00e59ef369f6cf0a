use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = "taken")]
    #[api(example("short", Self::SlugTaken(1), Self::SlugTaken(2)))] //~ Self::SlugTaken(2)
    SlugTaken(u8),
}

fn main() {}
