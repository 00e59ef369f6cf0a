use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("forbidden")]
    #[api(hide_as = NotFound)] //~ NotFound
    Forbidden,
}

fn main() {}
