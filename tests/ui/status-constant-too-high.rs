use errcode::ApiError;

const TEAPOT: u16 = 1000;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = TEAPOT, code = "SLUG_TAKEN")] //~ TEAPOT
    SlugTaken,
}

fn main() {}
