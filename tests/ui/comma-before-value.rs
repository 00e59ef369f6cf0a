use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = , nested group = "Skill errors")] //~ , nested
enum SkillError {
    #[error("slug taken")]
    #[api(status = , 409 code = "SLUG_TAKEN")] //~ , 409
    SlugTaken,
    #[error("no such skill")]
    #[api(status = 404, code = , "NOT_FOUND")] //~ , "NOT_FOUND"
    NotFound,
}

fn main() {}
