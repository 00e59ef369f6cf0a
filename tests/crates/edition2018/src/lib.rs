//! Edition 2018, and types inside functions.
#![deny(warnings, missing_docs)]
#![forbid(unsafe_code)]

use errcode::{ApiError, Documented};

/// Errors.
#[derive(Debug, thiserror::Error, ApiError)]
#[api(rename_all = "kebab-case", challenge = "Bearer")]
pub enum Error {
    /// Taken.
    #[error("{slug} is taken")]
    #[api(status = 409)]
    SlugTaken {
        /// The slug.
        #[api(public)]
        slug: String,
    },
    /// A word that newer editions keep for themselves.
    #[error("gen")]
    #[api(status = 401)]
    Gen {
        /// A field of that name.
        #[api(public)]
        gen: u8,
    },
}

/// A generic function with a type inside.
pub fn local<T: Documented>() -> usize {
    #[derive(Debug, thiserror::Error, ApiError)]
    enum Inside {
        #[error("inside")]
        #[api(status = 400, code = "INSIDE")]
        Inside,
    }
    let inside = errcode::to_response(&Inside::Inside);
    T::CATALOG.groups().len() + usize::from(inside.status().as_u16())
}

/// An error, made in this edition for a crate of another.
#[macro_export]
macro_rules! made_in_2018 {
    ($(#[$meta:meta])* $name:ident, $status:expr, $text:literal) => {
        $(#[$meta])*
        #[derive(Debug, thiserror::Error, errcode::ApiError)]
        #[error("made")]
        #[api(format = flat, status = $status, code = "MADE", message = $text)]
        pub struct $name {
            /// A word that newer editions keep for themselves.
            #[api(public)]
            pub gen: u8,
            /// Any error.
            pub source: Option<Box<dyn std::error::Error + Send + Sync>>,
        }
    };
}

made_in_2018!(
    /// Used here too.
    Here, 400, "{gen}"
);

#[test]
fn answers() {
    let taken = Error::SlugTaken {
        slug: "a".to_owned(),
    };
    let response = errcode::to_response(&taken);
    assert_eq!(
        response.body(),
        r#"{"type":"about:blank","title":"Conflict","status":409,"detail":"a is taken","code":"slug-taken","slug":"a"}"#
    );
    assert_eq!(
        errcode::to_response(&Error::Gen { gen: 1 }).headers()["www-authenticate"],
        "Bearer"
    );
    assert_eq!(local::<Error>(), 401);
}
