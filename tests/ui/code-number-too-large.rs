use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = 9223372036854775808)] //~ 9223372036854775808
    SlugTaken,
    #[error("slug long")]
    #[api(status = 409, code = -99999999999999999999)] //~ -99999999999999999999
    SlugLong,
}

fn main() {}
