//! `catalog_hook!`: how a program without a library hands its catalog to `cargo errcode`.

/// Hands a catalog to `cargo errcode`: the first line of `main` in a package that has no library.
///
/// Without the feature `docs` it is nothing at all. `cargo errcode` switches the feature on when it builds
/// the program, and then the line writes the catalog and ends the program, if the environment variable
/// `ERRCODE_WRITE_CATALOG` names a file for it.
///
/// ```
/// use errcode::ApiError;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("taken")]
/// #[api(status = 409, code = "SLUG_TAKEN")]
/// struct SkillError;
///
/// errcode::catalog! {
///     static SKILLS: Catalog = { title: "Skills API", types: [SkillError] };
/// }
///
/// fn main() {
///     errcode::catalog_hook!(SKILLS);
///     // The server.
/// }
/// ```
#[macro_export]
macro_rules! catalog_hook {
    ($catalog:expr $(,)?) => {
        $crate::__catalog_hook!($catalog)
    };
}

#[cfg(feature = "docs")]
#[doc(hidden)]
#[macro_export]
macro_rules! __catalog_hook {
    ($catalog:expr) => {
        $crate::docs::hook(&$catalog)
    };
}

/// The catalog has to exist, and no code is made.
#[cfg(not(feature = "docs"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __catalog_hook {
    ($catalog:expr) => {{
        const _: fn() -> &'static $crate::Catalog = || &$catalog;
    }};
}
