use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum TakenError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    Slug,
    #[error("name taken")]
    #[api(status = 409, code = "NAME_TAKEN", format = nested)]
    Name,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat)]
enum SkillError {
    #[error(transparent)]
    #[api(transparent)]
    Taken(TakenError), //~ TakenError
}

fn main() {}
