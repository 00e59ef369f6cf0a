use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(challenge = "Bearer")] //~ challenge
enum SkillError {
    #[error("taken")]
    #[api(status = 409, code = "TAKEN")]
    Taken,
}

fn main() {}
