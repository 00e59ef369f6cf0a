//! One change: its level, kind, place, values and message.

use std::fmt;

use serde::Serialize;

use crate::model::entry::Code;
use crate::model::json::Json;

/// How severe a change is for callers. The more severe level is the greater one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Level {
    /// Only people see the change, in documents.
    Patch,
    /// Something was added or became more specific. Existing programs keep working.
    Minor,
    /// A program that relied on the old catalog may fail.
    Breaking,
}

impl Level {
    /// All levels, the most severe first.
    pub const ALL: [Self; 3] = [Self::Breaking, Self::Minor, Self::Patch];
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

/// One change. Its JSON leaves out members without a value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Change {
    /// The level.
    pub level: Level,
    /// The kind.
    pub kind: ChangeKind,
    /// The path of the type of the error: the old type, or the new one if the error is new. `None` if the catalog changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The code: the old code, or the new one if the error is new. `None` if a group or the catalog changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// The status that goes with the code. It distinguishes errors that share a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The name of the detail or header that changed, or the place of a text in the JSON catalog (`description`,
    /// `details.slug.description`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The old value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Json>,
    /// The new value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Json>,
    /// A message on one line.
    pub message: String,
}

impl Change {
    pub(super) fn named(mut self, name: &str) -> Self {
        self.name = Some(name.to_owned());
        self
    }

    pub(super) fn before(mut self, value: impl Into<Json>) -> Self {
        self.before = Some(value.into());
        self
    }

    pub(super) fn after(mut self, value: impl Into<Json>) -> Self {
        self.after = Some(value.into());
        self
    }
}

/// The level and the message.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<8}  {}", self.level, self.message)
    }
}

/// The kind of a change. It serializes in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ChangeKind {
    /// A new error whose code was never used: minor.
    Added,
    /// An error was removed: breaking.
    Removed,
    /// An error has another code: breaking, or a patch if no body has the code.
    Renamed,
    /// An existing code is used for one more error, with another status or `type`: breaking.
    Shared,
    /// A retired code is back and compatible with its former meaning: minor.
    Returned,
    /// A retired code is back with a different meaning: breaking.
    Reused,
    /// Another status: breaking. Changes of the title, the reason phrase and the examples that follow from it are not
    /// reported.
    Status,
    /// The status is now chosen at run time (breaking), or no longer (minor).
    StatusVaries,
    /// Another `type`: breaking, or a patch if no body has it (`flat`, `nested`).
    Type,
    /// Another title: breaking, or a patch if no body has it (as with `about:blank`).
    Title,
    /// The error is retryable now (minor), or no longer (breaking).
    Retryable,
    /// Another category or no category: breaking. A category where there was none: minor. A patch if no body has it, as
    /// in all built-in formats.
    Category,
    /// Another format or `Content-Type`: breaking.
    Format,
    /// Deprecated (minor), or no longer deprecated (patch).
    Deprecated,
    /// Hidden from the documents, or no longer hidden: patch.
    Hidden,
    /// A new detail: minor.
    DetailAdded,
    /// A detail was removed: breaking.
    DetailRemoved,
    /// A detail has another name: breaking.
    DetailRenamed,
    /// A detail has another JSON type, or can have values that it could not have before: breaking. It can have fewer
    /// values: minor. Only the knowledge of the JSON type changed: patch.
    DetailType,
    /// A detail is optional now (breaking), or always present (minor).
    DetailRequired,
    /// A new header: minor.
    HeaderAdded,
    /// A header was removed: breaking.
    HeaderRemoved,
    /// A header has another name: breaking.
    HeaderRenamed,
    /// A fixed header value changed, or is no longer fixed: breaking, or minor for a time such as `Retry-After` or
    /// `Cache-Control`. A header has another type of values: breaking. It can have fewer values: minor.
    HeaderValue,
    /// A header is optional now (breaking), or always present (minor).
    HeaderRequired,
    /// Something that only people read: a text, a heading, an anchor, the name of a Rust item. Patch.
    Text,
    /// The examples changed, and no other change explains it: patch.
    Examples,
    /// An error moved to another group: patch.
    Moved,
    /// The order of groups, errors, details or headers changed: patch.
    Order,
}
