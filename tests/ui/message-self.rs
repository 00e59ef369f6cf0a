use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` is taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = "{self}")] //~ "{self}"
    SlugTaken { slug: String },
}

fn main() {}
