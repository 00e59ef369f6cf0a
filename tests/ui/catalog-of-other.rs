#[derive(Debug, thiserror::Error)]
#[error("slug taken")]
struct SlugTaken;

errcode::catalog! {
    static SKILLS: Catalog = {
        title: "Skills API",
        types: [SlugTaken], //~ SlugTaken
    };
}

fn main() {}
