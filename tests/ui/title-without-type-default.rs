use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("taken")]
#[api(title = "Taken")] //~ title
enum Taken {
    #[api(status = 409, code = "SLUG_TAKEN")]
    Slug,
    #[api(status = 409, code = "NAME_TAKEN")]
    Name,
}

fn main() {}
