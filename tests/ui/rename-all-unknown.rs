use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(status = 409, rename_all = "Train-Case")] //~ "Train-Case"
enum SkillError {
    #[error("slug taken")]
    SlugTaken,
    #[error("name taken")]
    NameTaken,
}

fn main() {}
