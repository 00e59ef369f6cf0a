use errcode::ApiError;

#[derive(Debug)]
struct Fields;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("invalid")]
#[api(status = 422, code = "INVALID")]
struct Invalid {
    #[api(flatten)]
    fields: Fields, //~ Fields
}

fn main() {}
