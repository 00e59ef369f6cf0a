use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("Slow")]
    #[api(status = 429, code = "A", header("Retry-After" = "30" = "60"))] //~ = "60"
    Slow,
}

fn main() {}
