use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("no such skill")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    #[error("{slug} is private")]
    #[api(hide_as = NotFound, log = "warn")] //~ log
    Private {
        #[api(log)] //~ log
        slug: String,
    },
    #[error("audited")]
    #[api(hide_as = NotFound, log_target = "audit")] //~ log_target
    Audited,
    #[error("{slug} is secret")]
    #[api(hide_as = NotFound, status = 403, code = "SECRET", log = "warn")]
    Secret {
        #[api(log)]
        slug: String,
    },
}

fn main() {}
