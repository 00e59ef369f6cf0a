use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("taken")]
#[api(format = nested, status = 409, code = "TAKEN")]
struct Taken;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum SkillError {
    #[error(transparent)]
    #[api(transparent)]
    Taken(Taken), //~ Taken
}

fn main() {}
