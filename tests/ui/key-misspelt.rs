use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(statsu = 409, code = "SLUG_TAKEN")] //~ statsu
    SlugTaken,
}

fn main() {}
