use errcode::ApiError;

#[derive(Debug)]
pub struct Slug;

const FOUND: u16 = 302;

// What the macro sees and what only rustc does, in one compile.
#[derive(Debug, thiserror::Error, ApiError)]
pub enum SkillError {
    #[error("gone")]
    #[api(status = 410, cod = "GONE")] //~ cod
    Gone,
    #[error("taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    Taken {
        #[api(public)]
        slug: Slug, //~ Slug
    },
    #[error("moved")]
    #[api(status = FOUND, code = "MOVED")] //~ FOUND
    Moved,
}

fn main() {}
