use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("error")]
enum Error {
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
    #[api(hide_as = NotFound, log = "warn")] //~ log
    Private,
}

fn main() {}
