use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flat, group = "Skills of {owner}")] //~ "Skills of {owner}"
enum SkillError {
    #[error("moved")]
    #[api(status = 410, code = "MOVED", header("Location" = "/x/{id}"))] //~ "/x/{id}"
    Moved,
    #[error("no skill")]
    #[api(status = 502, code = "NONE", title = "No {slug}", category = "{slug}")] //~ "No {slug}" //~ "{slug}"
    None {
        slug: String,
    },
}

fn main() {}
