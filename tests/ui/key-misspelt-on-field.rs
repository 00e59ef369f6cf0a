use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` is taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken {
        #[api(pubilc)] //~ pubilc
        slug: String,
    },
}

fn main() {}
