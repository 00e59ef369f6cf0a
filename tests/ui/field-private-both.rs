use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` of {owner} is taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken {
        slug: String, //~ slug
        owner: u64, //~ owner
    },
}

fn main() {}
