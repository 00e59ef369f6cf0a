use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 0x258, code = "SLUG_TAKEN")] //~ 0x258
    SlugTaken,
}

fn main() {}
