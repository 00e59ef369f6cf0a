use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(type = "https://example.com/my errors")] //~ "https://example.com/my errors"
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", type = "/errors/{cod}")] //~ "/errors/{cod}"
    SlugTaken,
    #[error("gone")]
    #[api(status = 410, code = "GONE", type = "/errors/100%")] //~ "/errors/100%"
    Gone,
    #[error("busy")]
    #[api(status = 429, code = "BUSY", type = "/größe/{code")] //~ "/größe/{code"
    Busy,
    #[error("down")]
    #[api(status = 503, code = "DOWN", type = "/errors/{code}?a%20b#{code}")]
    Down,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[error("archived")]
#[api(status = 410, code = "ARCHIVED", type = "urn:\n")] //~ "urn:\n"
struct Archived;

fn main() {}
