use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(case = "snake_case", style = flat)] //~ case //~ style
enum SkillError {
    #[error("gone")]
    #[api(status = 410)]
    Gone,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = "application/problem+json", rename_all = "UPPERCASE")] //~ "application/problem+json" //~ "UPPERCASE"
enum AuthError {
    #[error("gone")]
    #[api(status = 410)]
    Gone,
}

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = rfc9457)] //~ rfc9457
enum ShopError {
    #[error("gone")]
    #[api(status = 410, code = "GONE")]
    Gone,
}

fn main() {}
