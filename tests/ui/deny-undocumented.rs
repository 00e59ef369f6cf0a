use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(deny(undocumented))]
enum SkillError {
    /// The slug is in use.
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken,
    #[error("no such skill")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound, //~ NotFound
}

fn main() {}
