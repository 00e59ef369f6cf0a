use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("{tags:?} are taken")]
    #[api(status = 409, code = "TAGS_TAKEN", message = "{tags} are taken")] //~ "{tags} are taken"
    TagsTaken { tags: Vec<String> },
}

fn main() {}
