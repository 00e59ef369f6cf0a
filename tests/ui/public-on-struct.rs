use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug `{slug}` is taken")]
#[api(status = 409, code = "SLUG_TAKEN", public)] //~ public
struct SlugTaken {
    slug: String,
}

fn main() {}
