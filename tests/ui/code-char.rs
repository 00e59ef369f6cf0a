use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = 'c')] //~ 'c'
    SlugTaken,
}

fn main() {}
