use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", deny(code_style))] //~ deny
    SlugTaken,
}

fn main() {}
