use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` is taken")]
    #[api(status = 409)]
    SlugTaken {
        #[api(code = "SLUG_TAKEN")] //~ code
        slug: String,
    },
}

fn main() {}
