//! The lock file: the catalog of the last release, and the errors that were retired before.
//!
//! The file is next to the `Cargo.toml` of the package, under version control. [`Lock::check`] lists the changes since the
//! release, and [`Lock::update`] makes the lock of the next release. The file is pretty-printed JSON. The same catalogs
//! give the same file:
//!
//! ```json
//! {
//!   "lock": 1,
//!   "catalog": { "version": 1, "title": "Skills API", "groups": [] },
//!   "retired": []
//! }
//! ```
//!
//! `lock` is [`VERSION`]. `catalog` is the JSON catalog ([`json`](crate::json())), with the hidden errors in its member
//! `hidden`. `retired` has the errors that were removed, in sorted groups and without examples and advice. It makes sure
//! that their codes do not come back with a different meaning.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::compare::pairs::{Located, Pairs, Retired, entries};
use crate::compare::{Comparison, compare_after};
use crate::model;
use crate::model::entry::{Code, Entry};
use crate::model::json::Json;
use crate::model::{Document, Group};

/// The name of the file, which is next to the `Cargo.toml` of the package.
pub const FILE: &str = "errcode.lock.json";

/// The version of the lock file. Within a version, members may be added, but no member is removed or changes its
/// meaning.
pub const VERSION: u32 = 1;

/// The catalog of the last release, and the errors that were retired before.
///
/// ```
/// use errcode_docs::compare::ChangeKind;
/// use errcode_docs::lock::{Lock, LockError};
/// use errcode_docs::Document;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let catalog = |code: &str, status: u16| -> Result<Document, serde_json::Error> {
///     serde_json::from_str(&format!(
///         r#"{{"version":1,"title":"Skills","groups":[{{"name":"SkillError","anchor":"skill","title":"Skill",
///         "format":"flat","content_type":"application/json","errors":[{{"code":"{code}","anchor":"{code}",
///         "variants":["{code}"],"status":{status},"reason":"","title":"","type":"about:blank"}}]}}]}}"#
///     ))
/// };
///
/// let first = Lock::new(catalog("TAKEN", 409)?);
/// let second = first.update(catalog("GONE", 410)?);
/// assert!(second.check(&catalog("GONE", 410)?).is_empty());
/// assert_eq!(Lock::parse(&second.text())?, second);
///
/// // `TAKEN` was a 409 before. It must not mean something else now.
/// let comparison = second.check(&catalog("TAKEN", 400)?);
/// let mut kinds = comparison.changes.iter().map(|change| change.kind);
/// assert!(kinds.any(|kind| kind == ChangeKind::Reused));
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lock {
    #[serde(rename = "lock")]
    version: u32,
    catalog: Document,
    retired: Vec<Group>,
}

impl Lock {
    /// The lock of the first release, without retired errors.
    pub fn new(document: Document) -> Self {
        Self {
            version: VERSION,
            catalog: document,
            retired: Vec::new(),
        }
    }

    /// The released catalog.
    pub fn document(&self) -> &Document {
        &self.catalog
    }

    /// The retired errors, in their former groups.
    pub fn retired(&self) -> &[Group] {
        &self.retired
    }

    /// Reads a lock file.
    ///
    /// # Errors
    ///
    /// If the text is not JSON, not a lock file, or a lock file of a newer errcode.
    ///
    /// ```
    /// use errcode_docs::lock::Lock;
    ///
    /// let error = Lock::parse("{\n<<<<<<< HEAD\n").unwrap_err();
    /// assert_eq!(error.line(), 2);
    /// assert_eq!(
    ///     error.to_string(),
    ///     "line 2: unresolved merge conflict; take the whole file of one side, then update it"
    /// );
    /// ```
    pub fn parse(text: &str) -> Result<Self, LockError> {
        if let Some(at) = text.lines().position(|line| line.starts_with("<<<<<<<")) {
            let message =
                "unresolved merge conflict; take the whole file of one side, then update it";
            return Err(LockError::new(at + 1, message));
        }
        let head: Head = read(text)?;
        match head.lock {
            None if head.groups.is_some() => {
                let message = "this is a JSON catalog, not a lock file; compare it as a catalog";
                Err(LockError::new(1, message))
            }
            None => Err(LockError::new(
                1,
                "this is not a lock file, because it has no member `lock`; restore it from version control",
            )),
            Some(version) if version == Json::from(i64::from(VERSION)) => Self::parse_version(text),
            Some(version) => {
                let message = format!(
                    "the lock file has version {version}, but this errcode reads version {VERSION}; use the errcode that wrote it, or a newer one"
                );
                Err(LockError::new(line_of(text, "\"lock\""), &message))
            }
        }
    }

    fn parse_version(text: &str) -> Result<Self, LockError> {
        let lock: Self = read(text)?;
        if lock.catalog.version == model::VERSION {
            return Ok(lock);
        }
        let message = format!(
            "the catalog has version {}, but this errcode reads version {}; use the errcode that wrote it, or a newer one",
            lock.catalog.version,
            model::VERSION
        );
        Err(LockError::new(line_of(text, "\"version\""), &message))
    }

    /// The text of the lock file: pretty-printed JSON with a line feed at the end.
    pub fn text(&self) -> String {
        // This cannot fail: all keys are strings, and the output is a string.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// The changes since the release. A retired code that is back is a minor change if it is compatible with its former
    /// meaning, and a breaking one otherwise.
    pub fn check(&self, new: &Document) -> Comparison {
        compare_after(&self.catalog, &self.retired, new)
    }

    /// The lock of the next release. Removed errors become retired, and errors that are back are no longer retired.
    pub fn update(&self, new: Document) -> Self {
        let pairs = Pairs::new(&self.catalog, &new);
        let renamed = pairs
            .kept
            .iter()
            .filter(|(old, new, _)| old.error.code != new.error.code);
        let (renamed_old, renamed_new): (Vec<Located<'_>>, Vec<Located<'_>>) =
            renamed.map(|(old, new, _)| (*old, *new)).unzip();
        let already_retired = Retired::new(&self.retired);
        let returned: HashSet<Key<'_>> = renamed_new
            .iter()
            .chain(&pairs.added)
            .filter_map(|new| Some((new, already_retired.predecessor(*new)?)))
            .filter(|(new, old)| new.error.code == old.error.code)
            .map(|(_, old)| key(old.error))
            .collect();
        let still_retired = entries(&self.retired).filter(|at| !returned.contains(&key(at.error)));
        let newly_retired = renamed_old.into_iter().chain(pairs.removed);
        let retired = retire(still_retired.chain(newly_retired));
        Self {
            version: VERSION,
            catalog: new,
            retired,
        }
    }
}

/// Retired errors in sorted groups. Of errors that callers cannot tell apart, the last one is kept.
fn retire<'a>(retired: impl Iterator<Item = Located<'a>>) -> Vec<Group> {
    let mut groups: BTreeMap<[&str; 3], (&Group, BTreeMap<Key<'a>, &Entry>)> = BTreeMap::new();
    for Located { group, error, .. } in retired {
        let key_of_group = [&*group.name, &*group.format, &*group.content_type];
        let (_, errors) = groups
            .entry(key_of_group)
            .or_insert((group, BTreeMap::new()));
        errors.insert(key(error), error);
    }
    let groups = groups.into_values();
    groups
        .map(|(group, errors)| Group {
            name: group.name.clone(),
            anchor: group.anchor.clone(),
            title: group.title.clone(),
            introduction: String::new(),
            format: group.format.clone(),
            content_type: group.content_type.clone(),
            carried: group.carried.clone(),
            errors: errors.into_values().map(without_examples).collect(),
        })
        .collect()
}

/// An error without its examples and advice.
fn without_examples(error: &Entry) -> Entry {
    Entry {
        scenario: String::new(),
        causes: String::new(),
        fix: String::new(),
        retry: String::new(),
        example: String::new(),
        examples: Vec::new(),
        ..error.clone()
    }
}

/// What identifies an error for callers.
type Key<'a> = (&'a Code, u16, &'a str);

fn key(error: &Entry) -> Key<'_> {
    (&error.code, error.status, &error.type_uri)
}

/// The members that distinguish a lock file from other JSON.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    lock: Option<Json>,
    #[serde(default)]
    groups: Option<IgnoredAny>,
}

fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, LockError> {
    serde_json::from_str(text).map_err(|error| {
        let what = error.to_string();
        let what = what
            .rsplit_once(" at line ")
            .map_or(&*what, |(what, _)| what);
        let message = format!("{what}; restore the file from version control");
        LockError::new(error.line(), &message)
    })
}

fn line_of(text: &str, member: &str) -> usize {
    let at = text.lines().position(|line| line.contains(member));
    at.map_or(1, |at| at + 1)
}

/// Why a text is not a valid lock file: the line, the problem, and how to fix it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockError {
    line: usize,
    message: String,
}

impl LockError {
    fn new(line: usize, message: &str) -> Self {
        Self {
            line: line.max(1),
            message: message.to_owned(),
        }
    }

    /// The line number, starting at one.
    pub fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for LockError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for LockError {}
