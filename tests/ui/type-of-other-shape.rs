use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", type = "https://example.com/{code")] //~ "https://example.com/{code"
    SlugTaken,
    #[error("name taken")]
    #[api(status = 409, code = "NAME_TAKEN", type = "https://example.com/#taken#{code}")] //~ "https://example.com/#taken#{code}"
    NameTaken,
    #[error("no such skill")]
    #[api(status = 404, code = "NOT_FOUND", type = "::{code}")] //~ "::{code}"
    NotFound,
    #[error("gone")]
    #[api(status = 410, code = "GONE", type = "http://[::1")] //~ "http://[::1"
    Gone,
}

fn main() {}
