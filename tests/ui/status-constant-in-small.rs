use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = http::StatusCode::Conflict, code = "SLUG_TAKEN")] //~ http::StatusCode::Conflict
    SlugTaken,
    #[error("name taken")]
    #[api(status = Conflit, code = "NAME_TAKEN")] //~ Conflit
    NameTaken,
}

fn main() {}
