use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN")]
struct SlugTaken;

errcode::catalog! {
    static SKILLS: errcode::Catalogue = { //~ errcode::Catalogue
        title: "Skills API",
        types: [SlugTaken],
    };
}

fn main() {
    let _ = SKILLS.title();
}
