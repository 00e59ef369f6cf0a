use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(sta = 409, code = "SLUG_TAKEN")] //~ sta
    SlugTaken {
        #[api(pub)] //~ pub
        slug: String,
    },
    #[error("secret")]
    #[api(hide = NotFound)] //~ hide
    Secret,
    #[error("not found")]
    #[api(status = 404, code = "NOT_FOUND")]
    NotFound,
}

fn main() {}
