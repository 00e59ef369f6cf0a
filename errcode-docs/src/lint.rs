//! What a catalog leaves its readers to guess, and how to mend it.

use std::fmt;

use serde::Serialize;

use crate::{Code, Document};

/// What is missing or easily mistaken in a catalog, in its order.
pub fn lint(_document: &Document) -> Vec<Finding> {
    Vec::new()
}

/// One thing that is missing or easily mistaken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What is wrong.
    pub kind: FindingKind,
    /// The code.
    pub code: Code,
    /// The path of the type that the error is in.
    pub group: String,
    /// What is wrong, in words.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n  help: {}", self.kind, self.message, self.help)
    }
}

/// What may be wrong. It prints and serializes in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum FindingKind {
    /// No description.
    Undocumented,
    /// A response that depends on fields, and no example of it.
    NoExample,
    /// Nothing on what a caller can do.
    NoFix,
    /// A public field of which nothing tells the JSON type.
    UnknownType,
    /// A code that is easily taken for another.
    NearCodes,
    /// A description that another code has, too.
    SameText,
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Undocumented => "undocumented",
            Self::NoExample => "no-example",
            Self::NoFix => "no-fix",
            Self::UnknownType => "unknown-type",
            Self::NearCodes => "near-codes",
            Self::SameText => "same-text",
        })
    }
}
