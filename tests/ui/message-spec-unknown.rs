use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("{tag} is taken")]
    #[api(status = 409, code = "TAG_TAKEN", message = "{tag:y} is taken")] //~ y
    TagTaken { tag: String },
}

fn main() {}
