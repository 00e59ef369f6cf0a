//! One change: how grave, of what kind, of which error, and in words.

use std::fmt;

use serde::Serialize;

use crate::model::Group;
use crate::model::entry::{Code, Entry};
use crate::model::json::Json;
use crate::plain_text::quoted;

/// How grave a change is for callers. The graver is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Only people see it, in documents.
    Patch,
    /// Something new, or promised more narrowly: programs that do not know of it go on working.
    Minor,
    /// A program that relied on what was there may fail.
    Breaking,
}

impl Level {
    /// All of them, the gravest first.
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

/// One change. Members that say nothing are left out of its JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// How grave it is.
    pub level: Level,
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// The path of the type that the error was in; of what is new, is in. None if the catalog changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// The code, as it was; of what is new, as it is. None if a group or the catalog changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// The status that goes with the code: it tells errors apart that share one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// What of it changed: the name of a detail, of a header, or of a text by its place in the JSON
    /// catalog (`description`, `details.slug.description`).
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

/// The level, and the change in words.
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
    /// A new error, of a code that was never in use: minor.
    Added,
    /// An error is gone: breaking.
    Removed,
    /// An error has another code: breaking, or a patch where no body has the code.
    Renamed,
    /// A code that was in use names one more error, with another status or `type`: breaking.
    Shared,
    /// A code that was retired is back, and promises what it promised: minor.
    Returned,
    /// A code that was retired is back, and means something else: breaking.
    Reused,
    /// Another status: breaking. The title, the reason phrase and the examples that follow from it are
    /// not told apart.
    Status,
    /// The status of an occurrence may differ from the declared one (breaking), or no longer may (minor).
    StatusVaries,
    /// Another `type`: breaking, or a patch where no body has it (`flat`, `nested`).
    Type,
    /// Another title: breaking, or a patch where no body has it (as with `about:blank`).
    Title,
    /// Another category, or none: breaking. One where there was none: minor. A patch where no body has it, as in all
    /// formats but one's own.
    Category,
    /// Another wire format or `Content-Type`: breaking.
    Format,
    /// Deprecated (minor), or no longer so (patch).
    Deprecated,
    /// Hidden from the documents, or no longer so: patch.
    Hidden,
    /// A new detail: minor.
    DetailAdded,
    /// A detail is gone: breaking.
    DetailRemoved,
    /// A detail has another name: breaking.
    DetailRenamed,
    /// A detail is of another JSON type, or has values that it could not have: breaking. It has less of
    /// them: minor. The JSON type is only better known: patch.
    DetailType,
    /// A detail may be missing (breaking), or is always there now (minor).
    DetailRequired,
    /// A new header: minor.
    HeaderAdded,
    /// A header is gone: breaking.
    HeaderRemoved,
    /// A header has another name: breaking.
    HeaderRenamed,
    /// A header that was always the same is another, or not always the same: breaking, or minor if it says how long
    /// the response holds (`Retry-After`, `Cache-Control`). Its values are of another kind: breaking. They are
    /// narrower: minor.
    HeaderValue,
    /// A header may be missing (breaking), or is always there now (minor).
    HeaderRequired,
    /// What only people read: a text, a heading, an anchor, the name of a Rust item. Patch.
    Text,
    /// Other examples, where nothing else changed that would explain it: patch.
    Examples,
    /// An error stands in another group: patch.
    Moved,
    /// Groups, errors, details or headers stand in another order: patch.
    Order,
}

/// What a change is said of.
pub(super) struct Subject<'a> {
    pub(super) group: Option<&'a Group>,
    pub(super) error: Option<&'a Entry>,
    /// In words: "`SLUG_TAKEN`", "the group `Skill errors`", "the catalog".
    pub(super) words: String,
}

impl<'a> Subject<'a> {
    pub(super) fn catalog() -> Self {
        Self {
            group: None,
            error: None,
            words: "the catalog".to_owned(),
        }
    }

    pub(super) fn group(group: &'a Group) -> Self {
        Self {
            group: Some(group),
            error: None,
            words: format!("the group {}", quoted(&group.title)),
        }
    }

    pub(super) fn change(&self, level: Level, kind: ChangeKind, message: String) -> Change {
        Change {
            level,
            kind,
            group: self.group.map(|group| group.name.clone()),
            code: self.error.map(|error| error.code.clone()),
            status: self.error.map(|error| error.status),
            name: None,
            before: None,
            after: None,
            message,
        }
    }

    /// A text that only people read, named by its place and by words, if it changed.
    pub(super) fn text(
        &self,
        place: &str,
        words: &str,
        before: &str,
        after: &str,
    ) -> Option<Change> {
        let what_happened = match (before.is_empty(), after.is_empty()) {
            _ if before == after => return None,
            (true, _) => "was added",
            (_, true) => "was removed",
            _ => "changed",
        };
        let message = format!("the {words} of {} {what_happened}", self.words);
        let change = self.change(Level::Patch, ChangeKind::Text, message);
        Some(change.named(place).before(before).after(after))
    }

    pub(super) fn order(&self, of_what: &str) -> Change {
        let message = format!("the {of_what} of {} stand in another order", self.words);
        self.change(Level::Patch, ChangeKind::Order, message)
            .named(of_what)
    }
}
