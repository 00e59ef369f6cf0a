//! One file of a document.

/// One file of a document that consists of several.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// The path relative to the output folder, with `/` between segments.
    pub path: String,
    /// The content.
    pub text: String,
}
