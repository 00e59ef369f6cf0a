//! `catalog!`: one service's catalog from several types.

/// One service's catalog from several types.
///
/// The doc comment is the page's introduction, `after` what follows the codes; both are Markdown. A
/// type that is reached twice, listed and through `transparent`, counts once. A code that is used
/// twice does not compile, nor do listed types of different formats, unless `allow` says so:
///
/// ```
/// use errcode::ApiError;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[api(format = flat)]
/// enum SkillError {
///     /// The slug is already in use.
///     #[error("slug taken")]
///     #[api(status = 409, code = "SKILL_SLUG_TAKEN")]
///     SlugTaken,
/// }
///
/// errcode::catalog! {
///     /// Everything that can go wrong.
///     pub static SKILLS: Catalog = {
///         title: "Skills API",
///         types: [SkillError],
///         after: "## Troubleshooting",
///     };
/// }
///
/// assert_eq!(SKILLS.title(), "Skills API");
/// assert_eq!(SKILLS.groups()[0].entries().next().unwrap().entry().code(), "SKILL_SLUG_TAKEN");
/// ```
///
/// ```compile_fail
/// # use errcode::ApiError;
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("a")]
/// #[api(status = 409, code = "TAKEN")]
/// struct A;
///
/// #[derive(Debug, thiserror::Error, ApiError)]
/// #[error("b")]
/// #[api(status = 409, code = "TAKEN")]
/// struct B;
///
/// // error: code "TAKEN" is used twice: by A and by B
/// errcode::catalog! { static ALL: Catalog = { title: "All", types: [A, B] }; }
/// ```
#[macro_export]
macro_rules! catalog {
    (
        $(#[doc = $doc:expr])*
        $vis:vis static $name:ident: Catalog = {
            title: $title:expr,
            types: [$($type:ty),* $(,)?]
            $(, after: $after:expr)?
            $(, allow: [$($allow:ident),* $(,)?])?
            $(,)?
        };
    ) => {
        $(#[doc = $doc])*
        $vis static $name: $crate::Catalog = {
            const TYPES: &[&$crate::Catalog] =
                &[$(<$type as $crate::Documented>::CATALOG),*];
            const NAME: &$crate::__private::core::primitive::str = $crate::__private::core::concat!(
                $crate::__private::core::module_path!(),
                "::",
                $crate::__private::core::stringify!($name),
            );
            const CATALOG: $crate::Catalog = $crate::Catalog {
                name: NAME,
                key: $crate::__private::uniqueness::key(NAME, TYPES),
                title: $title,
                docs: $crate::__private::core::concat!($($doc, "\n"),*),
                after: $crate::__catalog_after!($($after)?),
                format: $crate::__private::uniqueness::first_format(TYPES),
                documents: $crate::__private::Documents::NONE,
                examples: |_, _| {},
                includes: TYPES,
                is_list: true,
            };
            const ALLOW: &[&$crate::__private::core::primitive::str] =
                &[$($($crate::__private::core::stringify!($allow)),*)?];
            $crate::__private::uniqueness::assert_known(ALLOW);
            $crate::__private::uniqueness::assert_all_unique::<
                { $crate::__private::uniqueness::slots(&CATALOG) },
            >(&CATALOG, ALLOW);
            $crate::__private::uniqueness::assert_one_format(TYPES, ALLOW);
            CATALOG
        };
    };
}

/// The text after the codes, or none.
#[doc(hidden)]
#[macro_export]
macro_rules! __catalog_after {
    () => {
        ""
    };
    ($after:expr) => {
        $after
    };
}
