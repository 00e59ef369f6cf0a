//! Compares two catalogs: what changed, and which changes break callers.
//!
//! A change is [breaking](Level::Breaking) if a program that relied on the old catalog may fail: a code was removed or
//! renamed; a status, detail, header or format changed; or bodies have another `type`, title or category. Additions are
//! [minor](Level::Minor), and changes that only people see are a [patch](Level::Patch). [`ChangeKind`] lists all kinds. A
//! change that follows from another change is not reported.
//!
//! Errors are matched by code. Errors that share a code are matched by status and `type` too, and so are errors in
//! `problem(code = false)`, whose bodies have no code. An error was renamed if its code is gone and its variant or
//! description has another code now.

mod change;
mod detail;
mod detail_or_header;
mod entry;
mod group;
mod header;
pub(crate) mod pairs;
mod schema;
mod subject;

use std::collections::HashSet;
use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

pub use self::change::{Change, ChangeKind, Level};
use self::pairs::{Located, Pairs, Retired, all_entries};
use self::subject::{Subject, SubjectNames};
use crate::model::entry::Code;
use crate::model::{Document, Group};
use crate::plain_text;
use crate::plain_text::quoted;

/// The changes from one catalog to another, from the view of a caller of the API.
///
/// ```
/// use errcode_docs::compare::{ChangeKind, Level};
/// use errcode_docs::{Document, compare};
///
/// # fn main() -> Result<(), serde_json::Error> {
/// let catalog = |status: u16| format!(
///     r#"{{"version":1,"title":"Skills","groups":[{{"name":"SkillError","anchor":"skill","title":"Skill",
///     "format":"flat","content_type":"application/json","errors":[{{"code":"SLUG_TAKEN","anchor":"SLUG_TAKEN",
///     "variants":["SlugTaken"],"status":{status},"reason":"","title":"Taken","type":"about:blank"}}]}}]}}"#
/// );
/// let old: Document = serde_json::from_str(&catalog(409))?;
/// let new: Document = serde_json::from_str(&catalog(422))?;
///
/// let comparison = compare(&old, &new);
/// assert_eq!(comparison.level(), Some(Level::Breaking));
/// assert_eq!(comparison.changes[0].kind, ChangeKind::Status);
/// assert_eq!(
///     comparison.to_string(),
///     "breaking  the status of `SLUG_TAKEN` was 409 and is 422\n1 change: 1 breaking.\n"
/// );
/// assert!(compare(&new, &new).is_empty());
/// # Ok(())
/// # }
/// ```
pub fn compare(old: &Document, new: &Document) -> Comparison {
    compare_after(old, &[], new)
}

/// Compares two catalogs, with the errors that were retired before the old one.
pub(crate) fn compare_after(old: &Document, retired: &[Group], new: &Document) -> Comparison {
    let pairs = Pairs::new(old, new);
    let names = SubjectNames::new([old, new]);
    let retired = Retired::new(retired);
    let mut changes = catalog(old, new);
    changes.extend(group::changes(&pairs, &names, old, new));
    for (old, new, _) in &pairs.kept {
        changes.extend(entry::changes(&names.subject(*old), *old, *new));
    }
    for at in &pairs.removed {
        let subject = names.subject(*at);
        let message = format!("{} was removed", subject.name);
        changes.push(subject.change(Level::Breaking, ChangeKind::Removed, message));
    }
    let known: HashSet<&Code> = all_entries(old).map(|at| &at.error.code).collect();
    for (old, new, _) in &pairs.kept {
        if !known.contains(&new.error.code) && old.error.code != new.error.code {
            let returned = returned(&names, &retired, *new);
            changes.extend(returned.filter(|change| change.kind == ChangeKind::Reused));
        }
    }
    for at in &pairs.added {
        let is_known = at.group.has_code() && known.contains(&at.error.code);
        let returned = returned(&names, &retired, *at);
        changes.push(returned.unwrap_or_else(|| added(&names, *at, is_known)));
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.level));
    Comparison { changes }
}

fn added(names: &SubjectNames<'_>, at: Located<'_>, is_known: bool) -> Change {
    let subject = names.subject(at);
    let code = quoted(&at.error.code);
    if is_known {
        let status = at.error.status;
        let message = format!("{code} is also the code of another error now, with status {status}");
        return subject.change(Level::Breaking, ChangeKind::Shared, message);
    }
    let message = format!("{} is new", subject.name);
    subject.change(Level::Minor, ChangeKind::Added, message)
}

/// The change if a new error was retired before.
fn returned(names: &SubjectNames<'_>, retired: &Retired<'_>, new: Located<'_>) -> Option<Change> {
    let old = retired.predecessor(new)?;
    let subject = names.subject(new);
    let broken: Vec<String> = entry::changes(&subject, old, new)
        .into_iter()
        .filter(|change| change.level == Level::Breaking)
        .map(|change| change.message)
        .collect();
    let change = if broken.is_empty() {
        let description = |at: Located<'_>| plain_text::one_line(&at.error.description);
        let doubt = if description(old) == description(new) {
            ""
        } else {
            "; its description changed, so check that it still means the same"
        };
        let message = format!("{} was retired and is back{doubt}", subject.name);
        subject.change(Level::Minor, ChangeKind::Returned, message)
    } else {
        let (name, broken) = (&subject.name, broken.join("; "));
        let message = format!("{name} was retired and is back with a different meaning: {broken}");
        subject.change(Level::Breaking, ChangeKind::Reused, message)
    };
    let (before, after) = (&old.error.summary, &new.error.summary);
    Some(change.before(before.as_str()).after(after.as_str()))
}

/// Changes of the texts of the catalog itself.
fn catalog(old: &Document, new: &Document) -> Vec<Change> {
    let subject = Subject::catalog();
    let texts = [
        ("title", "title", &old.title, &new.title),
        (
            "introduction",
            "introduction",
            &old.introduction,
            &new.introduction,
        ),
        ("after", "closing text", &old.after, &new.after),
    ];
    let texts = texts.into_iter();
    texts
        .filter_map(|(place, words, old, new)| subject.text(place, words, old, new))
        .collect()
}

/// The changes between two catalogs, the most severe level first. Within a level, changed errors come first, then
/// removed ones, then new ones, each in the order of its catalog.
///
/// It prints as one line for each change and a last line with the counts. It serializes, and [`json`](Self::json) writes
/// it, as
///
/// ```json
/// {
///   "level": "breaking",
///   "breaking": 1,
///   "minor": 0,
///   "patch": 0,
///   "changes": [
///     {
///       "level": "breaking",
///       "kind": "detail-renamed",
///       "group": "skills::errors::SkillError",
///       "code": "SKILL_NOT_FOUND",
///       "status": 404,
///       "name": "slug",
///       "before": "slug",
///       "after": "name",
///       "message": "the detail `slug` of `SKILL_NOT_FOUND` was renamed to `name`"
///     }
///   ]
/// }
/// ```
///
/// where the first `level` is null if nothing changed, and the members of a change are those of [`Change`].
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Comparison {
    /// The changes, the most severe first.
    pub changes: Vec<Change>,
}

impl Comparison {
    /// The most severe level; `None` if nothing changed.
    pub fn level(&self) -> Option<Level> {
        self.changes.iter().map(|change| change.level).max()
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The comparison as pretty-printed JSON, with a line feed at the end.
    pub fn json(&self) -> String {
        // This cannot fail: all keys are strings, and the output is a string.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    fn count(&self, level: Level) -> usize {
        let of_level = self.changes.iter().filter(|change| change.level == level);
        of_level.count()
    }
}

/// One line for each change, and a last line with the counts.
impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            writeln!(f, "{change}")?;
        }
        let counts: Vec<String> = Level::ALL
            .into_iter()
            .map(|level| (self.count(level), level))
            .filter(|(count, _)| *count > 0)
            .map(|(count, level)| format!("{count} {level}"))
            .collect();
        match self.changes.len() {
            0 => writeln!(f, "No changes."),
            1 => writeln!(f, "1 change: {}.", counts.join(", ")),
            count => writeln!(f, "{count} changes: {}.", counts.join(", ")),
        }
    }
}

impl Serialize for Comparison {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut json = serializer.serialize_struct("Comparison", 5)?;
        json.serialize_field("level", &self.level())?;
        json.serialize_field("breaking", &self.count(Level::Breaking))?;
        json.serialize_field("minor", &self.count(Level::Minor))?;
        json.serialize_field("patch", &self.count(Level::Patch))?;
        json.serialize_field("changes", &self.changes)?;
        json.end()
    }
}
