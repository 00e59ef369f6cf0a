use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("rate limited")]
    #[api(status = 429, code = "RATE_LIMITED", header = "Retry-After")] //~ header = "Retry-After"
    Limited,
}

fn main() {}
