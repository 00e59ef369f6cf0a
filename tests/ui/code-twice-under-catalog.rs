use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED")]
struct Limited;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("too many skills")]
    #[api(status = 409, code = "RATE_LIMITED")]
    TooMany,
    #[error(transparent)]
    #[api(transparent)]
    Limited(#[from] Limited), //~ Limited
}

// It is told above, and not of everything that has the type in it.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(transparent)]
enum AnyError {
    #[error(transparent)]
    Skill(#[from] SkillError),
}

errcode::catalog! {
    static ERRORS: Catalog = { title: "Skills API", types: [AnyError, SkillError] };
}

fn main() {
    let _ = &ERRORS;
}
