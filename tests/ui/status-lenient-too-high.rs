use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("short and stout")]
    #[api(status = 1000, code = "TEAPOT", allow(non_error_status))] //~ 1000
    Teapot,
}

fn main() {}
