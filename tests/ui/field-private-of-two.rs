use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` of {owner} is taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken {
        #[api(public)]
        slug: String,
        owner: u64, //~ owner
    },
}

fn main() {}
