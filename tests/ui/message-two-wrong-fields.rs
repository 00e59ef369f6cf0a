use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` is taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = "{slgu} {ownr}")] //~ "{slgu} {ownr}" //~ "{slgu} {ownr}"
    SlugTaken { slug: String, owner: String },
}

fn main() {}
