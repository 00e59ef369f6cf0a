use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("{tag} is taken")]
    #[api(status = 409, code = "TAG_TAKEN", message = "{tag:x} is taken")] //~ "{tag:x} is taken"
    TagTaken { tag: String },
}

fn main() {}
