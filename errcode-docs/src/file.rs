//! A document as a file.

/// One file of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path, with `/`, relative to the folder that the files go to.
    pub path: String,
    /// What is in it.
    pub text: String,
}
