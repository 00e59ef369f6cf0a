use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "CONFLICT")]
    SlugTaken,
    #[error("name taken")]
    #[api(status = 409, code = "CONFLICT")] //~ "CONFLICT"
    NameTaken,
}

fn main() {}
