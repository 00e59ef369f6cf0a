use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(header("Cache Control" = "no-store"))] //~ "Cache Control"
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken,
    #[error("no such skill")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
}

fn main() {}
