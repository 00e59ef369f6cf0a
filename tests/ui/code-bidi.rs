use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG\u{202e}TAKEN")] //~ "SLUG\u{202e}TAKEN"
    SlugTaken,
}

fn main() {}
