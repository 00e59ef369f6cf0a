use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("type {type} is unknown", type = .r#type)]
    #[api(status = 422, code = "UNKNOWN_TYPE", message = "unknown type {r#type}")] //~ "unknown type {r#type}"
    UnknownType { r#type: String },
}

fn main() {}
