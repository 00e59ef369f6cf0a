use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum SkillError {
    #[error("storage failed")]
    #[api(status = 502, code = "STORAGE", expose = false)] //~ expose = false
    Storage,
    #[error("taken")]
    #[api(status = 409, code = "TAKEN", message = "taken")]
    Taken {
        #[api(public = false)] //~ false
        slug: String,
        #[api(flatten = false)] //~ false
        others: std::collections::BTreeMap<String, String>,
        #[api(!public)] //~ !public
        owner: String,
    },
    #[error("expired")]
    #[api(status = 403, code = "EXPIRED", transparent = false)] //~ transparent = false
    Expired(#[api(public = "at")] u64),
}

fn main() {}
