use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{0}` is taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken(#[api(public)] String), //~ public
}

fn main() {}
