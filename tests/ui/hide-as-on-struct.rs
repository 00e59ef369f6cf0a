use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("private")]
#[api(hide_as = Absent)] //~ hide_as
struct Private;

fn main() {}
