use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem(code = false))]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", type = "urn:slug-taken")]
    SlugTaken,
    #[error("name taken")]
    #[api(status = 409, code = "NAME_TAKEN")]
    NameTaken,
    #[error("full")]
    #[api(status = 409, code = "FULL", type "urn:full")] //~ "urn:full"
    Full,
}

fn main() {}
