use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error(transparent)]
    #[api(status = 400, code = "NUMBER")]
    Number(std::num::ParseIntError), //~ std::num::ParseIntError
    #[error("failed: {0}")]
    #[api(status = 400, code = "FAILED", message = "failed: {0}")] //~ "failed: {0}"
    Failed(Box<dyn std::error::Error + Send + Sync>),
    #[error("failed: {cause}")]
    #[api(status = 400, code = "SHARED", message = "failed: {cause}")] //~ "failed: {cause}"
    Shared {
        cause: std::sync::Arc<dyn std::error::Error>,
    },
}

fn main() {}
