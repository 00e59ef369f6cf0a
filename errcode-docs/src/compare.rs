//! Two catalogs side by side: what changed, and whether it breaks a caller.
//!
//! A change is [breaking](Level::Breaking) if a program that matched on what was there may fail: a code
//! is gone or another, a status, detail, header or wire format is not what it was, or bodies have
//! another `type`, title or category. What is new is [minor](Level::Minor), what only people read is a [patch](Level::Patch);
//! [`ChangeKind`] tells of each. What follows from another change is not told again.
//!
//! Errors are known by their code (one that several errors share, by status and `type`, too), and in a
//! `problem(code = false)`, where no body has a code, by status and `type`. A code that is gone while its
//! variant, or its description, is there under another code was renamed.

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

use self::change::Subject;
pub use self::change::{Change, ChangeKind, Level};
use self::pairs::{At, Pairs, Past, all_errors};
use self::subject::Words;
use crate::model::entry::Code;
use crate::model::{Document, Group};
use crate::plain_text;
use crate::plain_text::quoted;

/// What changed from one catalog to another, as a caller of the API meets it.
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

/// Compares, where the codes of some errors were retired before the old catalog.
pub(crate) fn compare_after(old: &Document, retired: &[Group], new: &Document) -> Comparison {
    let pairs = Pairs::of(old, new);
    let words = Words::of([old, new]);
    let past = Past::of(retired);
    let mut changes = catalog(old, new);
    changes.extend(group::changes(&pairs, &words, old, new));
    for (old, new, _) in &pairs.kept {
        changes.extend(entry::changes(&words.subject(*old), *old, *new));
    }
    for at in &pairs.removed {
        let subject = words.subject(*at);
        let message = format!("{} was removed", subject.words);
        changes.push(subject.change(Level::Breaking, ChangeKind::Removed, message));
    }
    let known: HashSet<&Code> = all_errors(old).map(|at| &at.error.code).collect();
    for (old, new, _) in &pairs.kept {
        if !known.contains(&new.error.code) && old.error.code != new.error.code {
            let back = back(&words, &past, *new);
            changes.extend(back.filter(|change| change.kind == ChangeKind::Reused));
        }
    }
    for at in &pairs.added {
        let is_known = at.group.has_code() && known.contains(&at.error.code);
        let back = back(&words, &past, *at);
        changes.push(back.unwrap_or_else(|| added(&words, *at, is_known)));
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.level));
    Comparison { changes }
}

fn added(words: &Words<'_>, at: At<'_>, is_known: bool) -> Change {
    let subject = words.subject(at);
    let code = quoted(&at.error.code);
    if is_known {
        let status = at.error.status;
        let message = format!("{code} stands for one more error now, with status {status}");
        return subject.change(Level::Breaking, ChangeKind::Shared, message);
    }
    let message = format!("{} is new", subject.words);
    subject.change(Level::Minor, ChangeKind::Added, message)
}

/// What it means that an error is back, if it was retired.
fn back(words: &Words<'_>, past: &Past<'_>, new: At<'_>) -> Option<Change> {
    let old = past.predecessor(new)?;
    let subject = words.subject(new);
    let broken: Vec<String> = entry::changes(&subject, old, new)
        .into_iter()
        .filter(|change| change.level == Level::Breaking)
        .map(|change| change.message)
        .collect();
    let change = if broken.is_empty() {
        let text = |at: At<'_>| plain_text::one_line(&at.error.description);
        let doubt = if text(old) == text(new) {
            ""
        } else {
            "; its description is another, so make sure that it means the same"
        };
        let message = format!("{} was retired and is back{doubt}", subject.words);
        subject.change(Level::Minor, ChangeKind::Returned, message)
    } else {
        let (words, broken) = (&subject.words, broken.join("; "));
        let message = format!("{words} was retired and is back with another meaning: {broken}");
        subject.change(Level::Breaking, ChangeKind::Reused, message)
    };
    let (before, after) = (&old.error.summary, &new.error.summary);
    Some(change.before(before.as_str()).after(after.as_str()))
}

/// The texts of the catalog itself.
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

/// What changed: the gravest first; in a level first what is still there, then what is gone, then what
/// is new, each in the order of its catalog.
///
/// It prints as a line for each change and a last line that counts them. It serializes, and
/// [`json`](Self::json) writes it, as
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
pub struct Comparison {
    /// The changes.
    pub changes: Vec<Change>,
}

impl Comparison {
    /// The gravest level; none if nothing changed.
    pub fn level(&self) -> Option<Level> {
        self.changes.iter().map(|change| change.level).max()
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The comparison as JSON, with a line for each member and a line feed at the end.
    pub fn json(&self) -> String {
        // Strings as keys, and a writer that can't fail: there is no error.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }

    fn count(&self, level: Level) -> usize {
        let of_level = self.changes.iter().filter(|change| change.level == level);
        of_level.count()
    }
}

/// The changes, a line each, and a last line that counts them.
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
