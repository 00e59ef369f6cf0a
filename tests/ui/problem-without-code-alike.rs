use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = problem(code = false))]
enum VaultError {
    #[error("sealed")]
    #[api(status = 403, code = "SEALED")]
    Sealed,
    #[error("denied")]
    #[api(status = 403, code = "DENIED")] //~ "DENIED"
    Denied,
}

fn main() {}
