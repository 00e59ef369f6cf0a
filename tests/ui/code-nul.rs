use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG\0")] //~ "SLUG\0"
    SlugTaken,
}

fn main() {}
