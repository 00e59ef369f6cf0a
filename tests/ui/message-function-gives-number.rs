use errcode::ApiError;

fn slug_taken(_: &SkillError) -> u32 {
    7
}

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = slug_taken)] //~ slug_taken
    SlugTaken,
}

fn main() {}
