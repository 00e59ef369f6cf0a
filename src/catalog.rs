//! The entries of errors and their documents, and the macro [`catalog!`](crate::catalog!).

pub use errcode_core::{
    Entry, EntryDoc, HeaderDoc, LogLevel, LogTarget, Member, StaticEntry, log_target,
};

/// Makes the catalog of a service from several types.
///
/// The doc comment is the introduction of the page, and `after` is the text after the codes. Both are Markdown. A
/// type counts once, even if it is both listed and included by a `transparent` variant. A code that is used twice is a
/// compile error, and so are listed types of different formats, unless you write
/// `allow: [duplicate_code, mixed_format]`. The keys can be in any order:
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
/// A code that two of the types use is a compile error:
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
    ($($written:tt)*) => {
        $crate::__private::catalog! { $crate $($written)* }
    };
}
