use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 1000, code = "SLUG_TAKEN")] //~ 1000
struct SlugTaken;

fn codes() -> usize {
    <SlugTaken as errcode::Documented>::CATALOG.entries().len()
}

fn main() {}
