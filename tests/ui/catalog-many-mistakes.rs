use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN")]
struct SlugTaken;

errcode::catalog! {
    /// All mistakes at once, and the static is there nevertheless.
    static SKILLS: Catalog = {
        titel: "Skills API", //~ titel
        types: SlugTaken, //~ SlugTaken
        allow: [duplicate_cod], //~ duplicate_cod
    };
}

fn main() {
    let _ = SKILLS.title();
}
