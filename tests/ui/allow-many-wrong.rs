use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN", allow(code-style, "duplicate_code", CodeStyle))] //~ code-style //~ "duplicate_code" //~ CodeStyle
    SlugTaken,
    #[error("name taken")]
    #[api(status = 409, code = "NAME_TAKEN", allow(code_style duplicate_code))] //~ duplicate_code
    NameTaken,
}

fn main() {}
