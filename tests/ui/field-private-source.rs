use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("bad manifest")]
    #[api(status = 400, code = "BAD_MANIFEST")]
    BadManifest(#[from] std::fmt::Error), //~ std::fmt::Error
}

fn main() {}
