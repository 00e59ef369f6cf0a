use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = "taken")]
    #[api(message = "the slug is taken")] //~ message
    SlugTaken,
}

fn main() {}
