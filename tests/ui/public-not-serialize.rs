use errcode::ApiError;

#[derive(Debug)]
struct Slug;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    SlugTaken {
        #[api(public)]
        slug: Slug, //~ Slug
    },
}

fn main() {}
