use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN", format = flat)]
struct SlugTaken;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("name taken")]
#[api(status = 409, code = "NAME_TAKEN", format = nested)]
struct NameTaken;

errcode::catalog! {
    static SKILLS: Catalog = {
        title: "Skills API",
        types: [SlugTaken, NameTaken], //~ NameTaken
    };
}

fn main() {}
