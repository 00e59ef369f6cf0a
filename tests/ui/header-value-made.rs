use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("Slow")]
    #[api(status = 429, code = "A", header("Retry-After" = concat!("3", "0")))] //~ concat!("3", "0")
    Slow,
    #[error("Slower")]
    #[api(status = 429, code = "B", header("Retry-After" = b"30"))] //~ b"30"
    Slower,
}

fn main() {}
