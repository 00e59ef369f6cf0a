use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum UserError {
    #[error("no such user")]
    #[api(status = 404, code = "USER_NOT_FOUND", message = "no user `{user}`")] //~ "no user `{user}`"
    UserNotFound { user_id: u64 },
}

fn main() {}
