use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("invalid")]
#[api(status = 422, code = "INVALID")]
struct Invalid {
    #[api(flatten)]
    fields: std::collections::BTreeMap<String, String>,
    #[api(flatten)]
    others: std::collections::BTreeMap<String, String>, //~ others
}

fn main() {}
