use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug `{slug}` is taken")]
#[api(status = 409, code = "SLUG_TAKEN", example(String::new()))] //~ String::new()
struct SlugTaken {
    #[api(public)]
    slug: String,
}

fn main() {}
