//! The subjects of changes: a catalog, group or error, and its name in messages.

use std::collections::HashSet;

use super::change::{Change, ChangeKind, Level};
use super::pairs::{Located, all_entries};
use crate::model::entry::{Code, Entry};
use crate::model::{Document, Group};
use crate::plain_text::quoted;

/// What changed: the catalog, a group or an error.
pub(super) struct Subject<'a> {
    pub(super) group: Option<&'a Group>,
    pub(super) error: Option<&'a Entry>,
    /// Its name in messages: "`SLUG_TAKEN`", "the group `Skill errors`", "the catalog".
    pub(super) name: String,
}

impl<'a> Subject<'a> {
    pub(super) fn catalog() -> Self {
        Self {
            group: None,
            error: None,
            name: "the catalog".to_owned(),
        }
    }

    pub(super) fn group(group: &'a Group) -> Self {
        Self {
            group: Some(group),
            error: None,
            name: format!("the group {}", quoted(&group.title)),
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

    /// The change of a text that only people read, if it changed. `place` is its place in the JSON catalog, and `words` its
    /// name in messages.
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
        let message = format!("the {words} of {} {what_happened}", self.name);
        let change = self.change(Level::Patch, ChangeKind::Text, message);
        Some(change.named(place).before(before).after(after))
    }

    pub(super) fn order(&self, of_what: &str) -> Change {
        let message = format!("the order of the {of_what} of {} changed", self.name);
        self.change(Level::Patch, ChangeKind::Order, message)
            .named(of_what)
    }
}

/// The names of errors in messages: the code, with the status if several errors have this code.
pub(super) struct SubjectNames<'a> {
    shared: HashSet<&'a Code>,
}

impl<'a> SubjectNames<'a> {
    pub(super) fn new(documents: [&'a Document; 2]) -> Self {
        let mut shared = HashSet::new();
        for document in documents {
            let mut seen = HashSet::new();
            let codes = all_entries(document).map(|at| &at.error.code);
            shared.extend(codes.filter(|code| !seen.insert(*code)));
        }
        Self { shared }
    }

    pub(super) fn subject<'b>(&self, at: Located<'b>) -> Subject<'b> {
        let code = quoted(&at.error.code);
        let is_enough = at.group.has_code() && !self.shared.contains(&at.error.code);
        Subject {
            group: Some(at.group),
            error: Some(at.error),
            name: if is_enough {
                code
            } else {
                format!("{code} ({})", at.error.status)
            },
        }
    }
}
