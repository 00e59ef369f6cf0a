use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(, expose status = 409, code = "SLUG_TAKEN")] //~ , expose
    SlugTaken,
}

fn main() {}
