use errcode::ApiError;

#[derive(Debug)]
struct Plan;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("rate limited")]
#[api(status = 429, code = "RATE_LIMITED")]
struct Limited {
    #[api(header = "X-Plan")]
    plan: Option<Plan>, //~ Option<Plan>
}

fn main() {}
