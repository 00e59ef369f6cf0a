//! One file of a document.

/// One file of a document that consists of several.
///
/// ```no_run
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(status = 409, code = "SLUG_TAKEN")]
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
/// use std::fs;
/// use std::path::Path;
///
/// for file in errcode_docs::html::files(&SKILLS) {
///     let path = Path::new("site").join(file.path);
///     fs::create_dir_all(path.parent().unwrap())?;
///     fs::write(path, file.text)?;
/// }
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The path relative to the output folder, with `/` between segments.
    pub path: String,
    /// The content.
    pub text: String,
}
