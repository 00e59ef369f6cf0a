use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("taken")]
#[api(status = 409, code = "TAKEN")]
struct Taken;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error(transparent)]
    #[api(transparent, format = flat)] //~ format
    Taken(Taken),
}

fn main() {}
