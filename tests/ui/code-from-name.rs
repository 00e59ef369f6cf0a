use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = concat!("SLUG", "_TAKEN"))] //~ concat!("SLUG", "_TAKEN")
    SlugTaken,
    #[error("name taken")]
    #[api(status = 409, code)] //~ code
    NameTaken,
    #[error("too long")]
    #[api(status = 400, code = )] //~ =
    TooLong,
}

fn main() {}
