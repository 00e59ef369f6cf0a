use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api()] //~ api()
    SlugTaken,
}

fn main() {}
