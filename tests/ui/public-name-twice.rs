use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` is taken by {owner}")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken {
        #[api(public)]
        slug: String,
        #[api(public = "slug")] //~ "slug"
        owner: String,
    },
}

fn main() {}
