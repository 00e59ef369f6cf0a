use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", message = concat!("slug", " taken"))] //~ concat!("slug", " taken")
    SlugTaken,
}

fn main() {}
