use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = 10_042_u32)] //~ 10_042_u32
    SlugTaken,
    #[error("name taken")]
    #[api(status = 409, code = 10_043_i64)]
    NameTaken,
}

fn main() {}
