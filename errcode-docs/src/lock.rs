//! The lock file: the catalog that was released last, and the codes that were in use once.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::compare::{Comparison, compare};
use crate::{Document, Group};

/// The name of the file, beside the package's `Cargo.toml`.
pub const FILE: &str = "errcode.lock.json";

/// The version of the lock file. A member may be added within a version; none goes away or changes its
/// meaning.
pub const VERSION: u32 = 1;

/// The catalog that was released last, and the codes that were in use once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lock {
    #[serde(rename = "lock")]
    version: u32,
    catalog: Document,
    retired: Vec<Group>,
}

impl Lock {
    /// The lock of a first release: nothing is retired.
    pub fn new(document: Document) -> Self {
        Self {
            version: VERSION,
            catalog: document,
            retired: Vec::new(),
        }
    }

    /// The catalog as it was released.
    pub fn document(&self) -> &Document {
        &self.catalog
    }

    /// The errors that are gone, in the groups that they were in.
    pub fn retired(&self) -> &[Group] {
        &self.retired
    }

    /// Reads a lock file.
    ///
    /// # Errors
    ///
    /// If it is no lock file, or one of a newer version.
    pub fn parse(text: &str) -> Result<Self, LockError> {
        serde_json::from_str(text).map_err(|error| LockError {
            line: error.line(),
            message: error.to_string(),
        })
    }

    /// The text of the lock file: JSON with a line for each member, and a line feed at the end.
    pub fn text(&self) -> String {
        // Strings as keys, and a writer that can't fail: there is no error.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// What changed since the release.
    pub fn check(&self, new: &Document) -> Comparison {
        compare(&self.catalog, new)
    }

    /// The lock of the next release.
    pub fn update(&self, new: Document) -> Self {
        Self {
            version: VERSION,
            catalog: new,
            retired: self.retired.clone(),
        }
    }
}

/// Why a text is no lock file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockError {
    line: usize,
    message: String,
}

impl LockError {
    /// The line, from one.
    pub fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{FILE}, line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for LockError {}
