use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("no skill `{slug}`")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound {
        #[api(public)]
        slug: String,
    },
    #[error("private")]
    #[api(hide_as = NotFound)] //~ NotFound
    Private,
}

fn main() {}
