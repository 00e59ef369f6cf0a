//! The lock file: the catalog that was released last, and the codes that were in use once.
//!
//! It is kept beside the package's `Cargo.toml`, under version control. [`Lock::check`] says what a new
//! catalog changes, and [`Lock::update`] makes the lock of the next release. The file is JSON, a line for
//! each member, the same for the same catalogs:
//!
//! ```json
//! {
//!   "lock": 1,
//!   "catalog": { "version": 1, "title": "Skills API", "groups": [] },
//!   "retired": []
//! }
//! ```
//!
//! `lock` is [`VERSION`]. `catalog` is the JSON catalog ([`json`](crate::json())), and in its member `hidden` what the
//! public documents leave out. `retired` has errors that
//! are gone, in groups as in the catalog, sorted, without examples and advice: what they meant, so that
//! their codes do not come back with another meaning.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};

use crate::compare::pairs::{At, Pairs, Past, errors};
use crate::compare::{Comparison, compare_after};
use crate::model;
use crate::model::entry::{Code, Entry};
use crate::model::json::Json;
use crate::model::{Document, Group};

/// The name of the file, beside the package's `Cargo.toml`.
pub const FILE: &str = "errcode.lock.json";

/// The version of the lock file. A member may be added within a version; none goes away or changes its
/// meaning.
pub const VERSION: u32 = 1;

/// The catalog that was released last, and the codes that were in use once.
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
/// // `TAKEN` was a 409 once. It can't be something else now.
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
    /// If it is no JSON, no lock file, or one that a newer errcode wrote.
    ///
    /// ```
    /// use errcode_docs::lock::Lock;
    ///
    /// let error = Lock::parse("{\n<<<<<<< HEAD\n").unwrap_err();
    /// assert_eq!(error.line(), 2);
    /// assert_eq!(
    ///     error.to_string(),
    ///     "line 2: an unresolved merge; take the file of one side whole, and update it"
    /// );
    /// ```
    pub fn parse(text: &str) -> Result<Self, LockError> {
        if let Some(at) = text.lines().position(|line| line.starts_with("<<<<<<<")) {
            let mend = "an unresolved merge; take the file of one side whole, and update it";
            return Err(LockError::new(at + 1, mend));
        }
        let head: Head = read(text)?;
        match head.lock {
            None if head.groups.is_some() => {
                let mend = "a JSON catalog, and no lock file; compare it as a catalog";
                Err(LockError::new(1, mend))
            }
            None => Err(LockError::new(
                1,
                "no member `lock`, so this is no lock file; restore it from version control",
            )),
            Some(version) if version == Json::from(i64::from(VERSION)) => Self::of_version(text),
            Some(version) => {
                let mend = format!(
                    "a lock file of version {version}, where version {VERSION} is understood; use the errcode that wrote it, or a newer one"
                );
                Err(LockError::new(line_of(text, "\"lock\""), &mend))
            }
        }
    }

    fn of_version(text: &str) -> Result<Self, LockError> {
        let lock: Self = read(text)?;
        if lock.catalog.version == model::VERSION {
            return Ok(lock);
        }
        let mend = format!(
            "a catalog of version {}, where version {} is understood; use the errcode that wrote it, or a newer one",
            lock.catalog.version,
            model::VERSION
        );
        Err(LockError::new(line_of(text, "\"version\""), &mend))
    }

    /// The text of the lock file: JSON with a line for each member, and a line feed at the end.
    pub fn text(&self) -> String {
        // Strings as keys, and a writer that can't fail: there is no error.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    /// What changed since the release. That a retired code is back is minor if it means what it meant,
    /// else breaking.
    pub fn check(&self, new: &Document) -> Comparison {
        compare_after(&self.catalog, &self.retired, new)
    }

    /// The lock of the next release: codes that are gone are retired, and those that are back are not.
    pub fn update(&self, new: Document) -> Self {
        let pairs = Pairs::of(&self.catalog, &new);
        let renamed = pairs
            .kept
            .iter()
            .filter(|(old, new, _)| old.error.code != new.error.code);
        let (left, arrived): (Vec<At<'_>>, Vec<At<'_>>) =
            renamed.map(|(old, new, _)| (*old, *new)).unzip();
        let past = Past::of(&self.retired);
        let back: HashSet<Key<'_>> = arrived
            .iter()
            .chain(&pairs.added)
            .filter_map(|new| Some((new, past.predecessor(*new)?)))
            .filter(|(new, old)| new.error.code == old.error.code)
            .map(|(_, old)| key(old.error))
            .collect();
        let still = errors(&self.retired).filter(|at| !back.contains(&key(at.error)));
        let gone = left.into_iter().chain(pairs.removed);
        let retired = retire(still.chain(gone));
        Self {
            version: VERSION,
            catalog: new,
            retired,
        }
    }
}

/// Errors that are gone, in their groups, sorted, with what they meant. Of those that look the same to
/// callers the last is kept.
fn retire<'a>(gone: impl Iterator<Item = At<'a>>) -> Vec<Group> {
    let mut groups: BTreeMap<[&str; 3], (&Group, BTreeMap<Key<'a>, &Entry>)> = BTreeMap::new();
    for At { group, error, .. } in gone {
        let place = [&*group.name, &*group.format, &*group.content_type];
        let (_, errors) = groups.entry(place).or_insert((group, BTreeMap::new()));
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
            errors: errors.into_values().map(meaning).collect(),
        })
        .collect()
}

/// An error without its examples and advice.
fn meaning(error: &Entry) -> Entry {
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

/// What callers know an error by.
type Key<'a> = (&'a Code, u16, &'a str);

fn key(error: &Entry) -> Key<'_> {
    (&error.code, error.status, &error.type_uri)
}

/// What tells a lock file from other JSON.
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
        let mend = format!("{what}; restore the file from version control");
        LockError::new(error.line(), &mend)
    })
}

fn line_of(text: &str, member: &str) -> usize {
    let at = text.lines().position(|line| line.contains(member));
    at.map_or(1, |at| at + 1)
}

/// Why a text is no lock file: the line, what is wrong there, and the mend.
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

    /// The line, from one.
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
