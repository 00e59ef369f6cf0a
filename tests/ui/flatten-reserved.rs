use std::collections::BTreeMap;

use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("bad")]
#[api(status = 400, code = "BAD")]
struct Bad {
    #[api(flatten = "status")] //~ "status"
    fields: BTreeMap<String, String>,
}

fn main() {}
