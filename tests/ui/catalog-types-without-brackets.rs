use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN")]
struct SlugTaken;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("name taken")]
#[api(status = 409, code = "NAME_TAKEN")]
struct NameTaken;

errcode::catalog! {
    static SKILLS: Catalog = {
        title: "Skills API",
        types: SlugTaken, NameTaken, //~ SlugTaken
    };
}

fn main() {}
