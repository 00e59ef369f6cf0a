use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 200)] //~ 200
enum SkillError {
    #[error("slug taken")]
    #[api(code = "SLUG_TAKEN")]
    SlugTaken,
    #[error("no such skill")]
    #[api(code = "NOT_FOUND")]
    NotFound,
}

fn main() {}
