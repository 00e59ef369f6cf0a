use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("lost")]
    #[api({status: 404, code: "LOST"})] //~ {status: 404, code: "LOST"}
    Lost,
}

fn main() {}
