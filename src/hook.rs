//! `catalog_hook!`, with which a program without a library gives its catalog to `cargo errcode`.

/// Gives a catalog to `cargo errcode`. Write it as the first line of `main`, in a package that has no library.
///
/// Without the feature `docs` the macro expands to code that does nothing. `cargo errcode` builds the program with the
/// feature, and runs it with the name of a file in the environment variable `ERRCODE_WRITE_CATALOG`. The macro then
/// writes the catalog to the file and ends the program.
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
///     // Start the server here.
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

/// Checks that the argument is a catalog, and makes no code that runs.
#[cfg(not(feature = "docs"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __catalog_hook {
    ($catalog:expr) => {{
        const _: fn() -> &'static $crate::Catalog = || &$catalog;
    }};
}
