//! A wrong catalog is there nevertheless, with its docs, and uses what it names.
#![deny(missing_docs, unused_imports)]

mod errors {
    use errcode::ApiError;

    #[derive(Debug, thiserror::Error, ApiError)]
    #[error("slug taken")]
    #[api(status = 409, code = "SLUG_TAKEN")]
    pub struct SlugTaken;

    pub const TITLE: &str = "Skills API";
}

use errors::{SlugTaken, TITLE};

errcode::catalog! {
    /// What can go wrong.
    pub static SKILLS: Catalog = {
        title: TITLE,
        types: [SlugTaken],
        afer: "# Troubleshooting", //~ afer
    };
}

errcode::catalog! {
    /// What goes wrong nowhere.
    #[cfg(any())]
    pub static OTHERS: Catalog = {
        title: NOWHERE,
        types: [Nothing],
        afer: "# Troubleshooting", //~ afer
    };
}

fn main() {
    let _ = SKILLS.title();
}
