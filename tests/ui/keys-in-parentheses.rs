use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api((status = 409, code = "SLUG_TAKEN"))] //~ (status = 409, code = "SLUG_TAKEN")
    SlugTaken,
}

fn main() {}
