use errcode::{ApiError, catalog::Entry};

#[derive(Debug, thiserror::Error, ApiError)] //~ ApiError
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN")]
struct SlugTaken;

impl ApiError for SlugTaken {
    fn entry(&self) -> Entry {
        unimplemented!()
    }
}

fn main() {}
