use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = 10042)]
    SlugTaken,
    #[error("name taken")]
    #[api(status = 409, code = 10_042)] //~ 10_042
    NameTaken,
}

fn main() {}
