use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("taken")]
enum Taken {
    #[api(status = 409, code = "SLUG_TAKEN", title = "Slug is taken")] //~ title
    Slug,
    #[api(status = 409, code = "NAME_TAKEN", title = "Name is taken", type = "urn:{code}")]
    Name,
}

fn main() {}
