use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("taken")]
#[api(log = "warning")] //~ "warning"
enum Taken {
    #[api(status = 409, code = "SLUG_TAKEN", log = "silent")] //~ "silent"
    Slug,
}

fn main() {}
