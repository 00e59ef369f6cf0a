use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("{size} is too much")]
    #[api(status = 413, code = "TOO_LARGE", message = "{size:.*} is too much")] //~ "{size:.*} is too much"
    TooLarge { size: f64 },
}

fn main() {}
