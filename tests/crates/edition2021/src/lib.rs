//! Edition 2021, and types inside functions.
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

fixture_edition2018::made_in_2018!(
    /// From a macro of an older edition.
    Made, 400, "{gen} {gen:?}"
);

#[test]
fn macros_of_another_edition() {
    let made = Made {
        r#gen: 1,
        source: None,
    };
    assert_eq!(
        errcode::to_response(&made).body(),
        r#"{"code":"MADE","detail":"1 1","details":{"gen":1}}"#
    );
}

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
