use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename-all = "snake_case")] //~ rename-all
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, hide-as = Other)] //~ hide-as
    SlugTaken,
}

fn main() {}
