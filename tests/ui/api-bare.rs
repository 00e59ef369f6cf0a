use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api] //~ api
enum SkillError {
    #[error("slug taken")]
    #[api] //~ api
    SlugTaken,
    #[error("slug of {0} letters")]
    #[api(status = 400, code = "SLUG_LENGTH")]
    SlugLength(#[api] usize), //~ api
}

fn main() {}
