use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 409, rename_all = "kebab-case", prefix = "skill/")]
enum SkillError {
    #[error("a")]
    HTTPTaken,
    #[error("b")]
    HttpTaken, //~ HttpTaken
}

fn main() {}
