use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", allow("duplicate_code"))] //~ "duplicate_code"
    SlugTaken,
}

fn main() {}
