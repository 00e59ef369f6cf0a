use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("login")]
    #[api(status = 401, code = "LOGIN", header("WWW-Authenticate: Bearer"))] //~ "WWW-Authenticate: Bearer"
    Login,
    #[error("busy")]
    #[api(status = 503, code = "BUSY", header(RETRY_AFTER = "3"))] //~ RETRY_AFTER
    Busy,
}

fn main() {}
