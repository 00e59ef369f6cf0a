use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename_all = "SCREAMING_SNAKE_CASE", prefix = "skill-")] //~ "skill-"
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409)]
    SlugTaken,
    #[error("gone")]
    #[api(status = 410)]
    Gone,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename_all = "kebab-case", prefix = "AUTH ")] //~ "AUTH "
enum AuthError {
    #[error("no token")]
    #[api(status = 400)]
    NoToken,
}

fn main() {}
