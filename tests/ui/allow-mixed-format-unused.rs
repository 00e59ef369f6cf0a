use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(allow(mixed_format))] //~ mixed_format
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", allow(mixed_format))] //~ mixed_format
    SlugTaken,
}

fn main() {}
