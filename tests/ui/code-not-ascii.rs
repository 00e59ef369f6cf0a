use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("taken")]
    #[api(status = 409, code = "ünïcode")] //~ "ünïcode"
    SlugTaken,
}

fn main() {}
