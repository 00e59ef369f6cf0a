use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = 10042u32)] //~ 10042u32
    SlugTaken,
}

fn main() {}
