use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG\u{200b}TAKEN")] //~ "SLUG\u{200b}TAKEN"
    SlugTaken,
}

fn main() {}
