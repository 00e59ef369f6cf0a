use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 409, rename_all = snake_case)] //~ snake_case
enum SkillError {
    #[error("slug taken")]
    SlugTaken,
}

fn main() {}
