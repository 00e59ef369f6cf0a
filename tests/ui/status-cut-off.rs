use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(code = "SLUG_TAKEN", status = )] //~ =
    SlugTaken,
}

fn main() {}
