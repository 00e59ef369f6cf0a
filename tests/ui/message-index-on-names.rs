use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` is taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = "`{0}` is taken")] //~ "`{0}` is taken"
    SlugTaken { slug: String },
}

fn main() {}
