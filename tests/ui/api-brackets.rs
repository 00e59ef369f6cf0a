use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api[status = 404, code = "SLUG_TAKEN"]] //~ api[status = 404, code = "SLUG_TAKEN"]
    SlugTaken,
}

fn main() {}
