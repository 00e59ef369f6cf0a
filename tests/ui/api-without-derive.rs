#[derive(Debug, thiserror::Error)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN")] //~ api
    SlugTaken,
}

fn main() {}
