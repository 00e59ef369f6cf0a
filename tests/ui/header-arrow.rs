use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("Slow")]
    #[api(status = 429, code = "A", header("Retry-After" => "30"))] //~ > "30"
    Slow,
    #[error("Slower")]
    #[api(status = 429, code = "B", header("Retry-After", "30"))] //~ "Retry-After"
    Slower,
    #[error("Slowest")]
    #[api(status = 429, code = "C", header(= "30"))] //~ header(= "30")
    Slowest,
}

fn main() {}
