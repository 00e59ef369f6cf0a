use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug taken")]
    #[api(status = 409 code , = "SLUG_TAKEN")] //~ code ,
    SlugTaken,
    #[error("no such skill")]
    #[api(status = 404, code = "NOT_FOUND" header , ("Link" = "<a>"))] //~ header ,
    NotFound,
    #[error("gone")]
    #[api(status = 410, code = "GONE" expose , , title = "Gone", type = "urn:gone")] //~ expose ,
    Gone,
}

fn main() {}
