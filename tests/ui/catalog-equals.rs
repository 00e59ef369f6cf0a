use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN")]
struct SlugTaken;

errcode::catalog! {
    static SKILLS: Catalog = {
        title = "Skills API", //~ =
        types [SlugTaken], //~ [
    };
}

fn main() {}
