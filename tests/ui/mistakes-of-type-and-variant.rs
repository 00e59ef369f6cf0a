use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api(format = flta, prefix = "SKILL_")] //~ flta //~ prefix
enum SkillError {
    #[error("slug taken")]
    #[api(code = "SLUG_TAKEN")]
    SlugTaken, //~ SlugTaken
    #[error("token expired")]
    #[api(status = 401, code = "TOKEN_EXPIRED")] //~ 401
    TokenExpired,
}

fn main() {}
