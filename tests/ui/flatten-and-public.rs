use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("invalid")]
#[api(status = 422, code = "INVALID")]
struct Invalid {
    #[api(public, flatten)] //~ flatten
    fields: std::collections::BTreeMap<String, String>,
}

fn main() {}
