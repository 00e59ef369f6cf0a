use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    SlugTaken, //~ SlugTaken
}

fn main() {}
