use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("SlugTaken")]
    #[api(status = 400..=499, code = "SLUG_TAKEN")] //~ 400..=499
    SlugTaken,
    #[error("SlugAbsent")]
    #[api(status = &404, code = "SLUG_ABSENT")] //~ &404
    SlugAbsent,
    #[error("SlugOther")]
    #[api(status = ..500, code = "SLUG_OTHER")] //~ ..500
    SlugOther,
}

fn main() {}
