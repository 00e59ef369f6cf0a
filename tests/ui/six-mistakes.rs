use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("slug `{slug}` is taken")]
    #[api(statsu = 409, code = "SLUG_TAKEN")] //~ statsu
    SlugTaken { slug: String },
    #[error("no such skill")]
    #[api(status = "404", code = "NOT_FOUND")] //~ "404"
    NotFound,
    #[error("gone")]
    #[api(status = 200, code = "GONE")] //~ 200
    Gone,
    #[error("owner {owner} is unknown")]
    #[api(status = 422, code = "UNKNOWN_OWNER", message = "who is {ownr}?")] //~ "who is {ownr}?"
    UnknownOwner { owner: String },
    #[error("absent")]
    #[api(status = 410, code = "NOT_FOUND")] //~ "NOT_FOUND"
    Absent,
    #[error("full")]
    #[api(status = 507)]
    Full, //~ Full
}

fn main() {}
