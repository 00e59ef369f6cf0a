use errcode::ApiError;

fn slug_taken() -> &'static str {
    "slug taken"
}

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = slug_taken)] //~ slug_taken
    SlugTaken,
}

fn main() {}
