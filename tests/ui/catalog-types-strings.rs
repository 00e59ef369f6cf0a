use errcode::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[error("slug taken")]
#[api(status = 409, code = "SLUG_TAKEN")]
struct SlugTaken;

errcode::catalog! {
    static SKILLS: Catalog = {
        title: "Skills API",
        types: ["SlugTaken", 7], //~ "SlugTaken" //~ 7
    };
}

errcode::catalog! {
    static OTHERS: Catalog = {
        title: "Skills API",
        types: ["SlugTaken"], //~ "SlugTaken"
    };
}

fn main() {}
