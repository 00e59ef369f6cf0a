use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(allow(everything))] //~ everything
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken,
}

fn main() {}
