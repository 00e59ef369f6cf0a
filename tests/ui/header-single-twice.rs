use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    // Of these there may be several.
    #[error("rate limited")]
    #[api(status = 429, code = "RATE_LIMITED", header("Link" = "<a>"), header("Link" = "<b>"))]
    Limited,
    #[error("busy")]
    #[api(status = 503, code = "BUSY", header("Retry-After" = "30"), header("retry-after" = "60"))] //~ "retry-after"
    Busy,
}

fn main() {}
