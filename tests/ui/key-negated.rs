use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(expose)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", !expose)] //~ !expose
    SlugTaken,
}

fn main() {}
