use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = text)]
enum SkillError { //~ SkillError
    #[error("slug taken")]
    #[api(status = 409)]
    SlugTaken,
    #[error("no such skill")]
    #[api(status = 404)]
    NotFound,
}

fn main() {}
