use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` is taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = "`{slug}` is taken by {owner}")] //~ "`{slug}` is taken by {owner}"
    SlugTaken { slug: String },
}

fn main() {}
