use errcode::ApiError;

const TEAPOT: u16 = 1000;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("short and stout")]
    #[api(status = TEAPOT, code = "TEAPOT", allow(non_error_status))] //~ TEAPOT
    Teapot,
}

fn main() {}
