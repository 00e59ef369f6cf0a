//! Two catalogs side by side: what changed, and whether it breaks a caller.

use std::fmt;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::{Code, Document, Json};

/// What changed from one catalog to another, as a caller of the API meets it.
pub fn compare(_old: &Document, _new: &Document) -> Comparison {
    Comparison::default()
}

/// What changed, the gravest first, else in the order of the catalog.
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

/// How grave a change is for callers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// No program sees it.
    Patch,
    /// Something new, which programs that do not know it can pass over.
    Minor,
    /// A program that relied on what was there may fail.
    Breaking,
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Breaking => "breaking",
        })
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// How grave it is.
    pub level: Level,
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// The path of the type that the error is in; none if the catalog itself changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The code, as it was before; of what is new, as it is now. None if a group or the catalog changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// The status that goes with the code: it tells errors apart that share one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// What of it changed: the name of a detail, a header or a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What was there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Json>,
    /// What is there now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Json>,
    /// The change in words, on one line.
    pub message: String,
}

/// The change in words, its level before it.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<8}  {}", self.level, self.message)
    }
}

/// What kind of change it is. It serializes in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ChangeKind {
    /// A new error.
    Added,
    /// An error is gone.
    Removed,
    /// An error has another code.
    Renamed,
    /// A code that was in use names a further error.
    Shared,
    /// A code that was retired is back, and means the same.
    Returned,
    /// A code that was retired is back, and means something else.
    Reused,
    /// Another status.
    Status,
    /// Occurrences may have another status than the declared one, or no longer may.
    StatusVaries,
    /// Another `type`.
    Type,
    /// Another title.
    Title,
    /// Another category.
    Category,
    /// Another wire format or `Content-Type`.
    Format,
    /// Deprecated, or no longer so.
    Deprecated,
    /// A new detail.
    DetailAdded,
    /// A detail is gone.
    DetailRemoved,
    /// A detail has another name.
    DetailRenamed,
    /// A detail is another kind of value.
    DetailType,
    /// A detail may be missing where it was always there, or the other way round.
    DetailRequired,
    /// A new header.
    HeaderAdded,
    /// A header is gone.
    HeaderRemoved,
    /// A header has another name.
    HeaderRenamed,
    /// The value of a header is another, or of another kind.
    HeaderValue,
    /// A header may be missing where it was always there, or the other way round.
    HeaderRequired,
    /// Something that only people read: a text, a heading, the name of a Rust item.
    Text,
    /// Other examples.
    Examples,
    /// An error stands in another group.
    Moved,
    /// Groups, errors or details stand in another order.
    Order,
}

/// The changes, a line each, and a last line that counts them.
impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for change in &self.changes {
            writeln!(f, "{change}")?;
        }
        let counts: Vec<String> = [Level::Breaking, Level::Minor, Level::Patch]
            .iter()
            .map(|level| (self.count(*level), level))
            .filter(|(count, _)| *count > 0)
            .map(|(count, level)| format!("{count} {level}"))
            .collect();
        match self.changes.len() {
            0 => f.write_str("No changes."),
            1 => write!(f, "1 change: {}.", counts.join(", ")),
            count => write!(f, "{count} changes: {}.", counts.join(", ")),
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
