use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("storage: {0}")]
    #[api(status = 502, code = "STORAGE")]
    Storage(
        #[from]
        #[api(public = "cause")] //~ public
        std::fmt::Error,
    ),
}

fn main() {}
