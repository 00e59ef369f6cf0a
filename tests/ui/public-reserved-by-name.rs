use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("{kind} is unknown")]
    #[api(status = 422, code = "KIND_UNKNOWN")]
    KindUnknown {
        #[api(public = "type")] //~ "type"
        kind: String,
    },
}

fn main() {}
