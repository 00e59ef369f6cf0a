use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no such skill")]
#[api(status = 404, code = "NOT_FOUND")]
struct NotFound;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error(transparent)]
    #[api(transparent, hide_as = NotFound)] //~ hide_as
    NotFound(#[from] NotFound),
}

fn main() {}
