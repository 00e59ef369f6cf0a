use errcode::ApiError;

const FIRST: u16 = 200;
const SECOND: u16 = 300;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = FIRST, code = "SLUG_TAKEN")] //~ FIRST
    SlugTaken,
    #[error("no such skill")]
    #[api(status = SECOND, code = "NOT_FOUND")] //~ SECOND
    NotFound,
}

fn main() {}
