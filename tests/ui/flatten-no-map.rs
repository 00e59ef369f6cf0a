use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("invalid")]
    #[api(status = 422, code = "INVALID")]
    Invalid {
        #[api(flatten)]
        fields: Vec<String>, //~ Vec<String>
    },
}

fn main() {}
