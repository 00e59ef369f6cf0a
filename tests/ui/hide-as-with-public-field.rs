use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("no such skill")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    #[error("{slug} is private")]
    #[api(hide_as = NotFound)]
    Private {
        #[api(public)] //~ public
        slug: String,
    },
}

fn main() {}
