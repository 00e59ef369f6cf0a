use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{0}` is taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = "`{slug}` is taken")] //~ "`{slug}` is taken"
    SlugTaken(String),
}

fn main() {}
