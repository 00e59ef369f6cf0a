use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("taken")]
    #[api(status = 409, code = "slug-taken")]
    Taken,
    #[error("absent")]
    #[api(status = 404)]
    NotFound, //~ NotFound
}

fn main() {}
