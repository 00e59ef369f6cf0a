use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409.0, code = "SLUG_TAKEN")] //~ 409.0
struct SlugTaken;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("no such skill")]
#[api(status = 404, code = 'n')] //~ 'n'
struct NotFound;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error(transparent)]
    #[api(transparent)]
    Taken(#[from] SlugTaken),
    #[error(transparent)]
    #[api(transparent)]
    Absent(#[from] NotFound),
}

fn publish() -> Result<(), SkillError> {
    let code: u32 = errcode::ApiError::entry(&SlugTaken); //~ errcode::ApiError::entry(&SlugTaken)
    Err(NotFound)?
}

fn main() {}
