use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api = "SLUG_TAKEN"] //~ api = "SLUG_TAKEN"
    SlugTaken,
}

fn main() {}
