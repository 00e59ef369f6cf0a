use errcode::ApiError;

#[derive(Debug)]
struct Slug;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slugs taken")]
    #[api(status = 409, code = "SLUGS_TAKEN")]
    SlugsTaken {
        #[api(public)]
        slugs: Vec<Slug>, //~ Vec<Slug>
    },
}

fn main() {}
