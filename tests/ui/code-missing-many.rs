use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 409)]
enum SkillError {
    #[error("slug taken")]
    SlugTaken, //~ SlugTaken
    #[error("gone")]
    OAuth2Gone, //~ OAuth2Gone
    #[error("type")]
    r#Type, //~ r#Type
}

fn main() {}
