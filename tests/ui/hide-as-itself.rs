use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("private")]
    #[api(hide_as = Private)] //~ Private
    Private,
}

fn main() {}
