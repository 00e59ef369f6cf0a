//! Compares the JSON types of a detail.

use super::change::{Change, ChangeKind, Level};
use super::detail_or_header::DetailOrHeader;
use super::schema;
use super::subject::Subject;
use crate::model::detail::{Detail, Known};
use crate::model::json::Json;
use crate::plain_text::quoted;

impl DetailOrHeader for Detail {
    const WORD: &'static str = "detail";
    const ADDED: ChangeKind = ChangeKind::DetailAdded;
    const REMOVED: ChangeKind = ChangeKind::DetailRemoved;
    const RENAMED: ChangeKind = ChangeKind::DetailRenamed;
    const REQUIRED: ChangeKind = ChangeKind::DetailRequired;

    fn name(&self) -> &str {
        &self.name
    }

    fn rust_type(&self) -> &str {
        &self.rust_type
    }

    fn description(&self) -> &str {
        &self.description
    }

    fn is_required(&self) -> bool {
        self.required
    }

    fn in_words(&self) -> String {
        self.schema.words()
    }

    fn has_same_name(&self, other: &Self) -> bool {
        self.name == other.name
    }

    fn may_be_renamed_from(&self, other: &Self) -> bool {
        self.rust_type == other.rust_type && self.flattened == other.flattened
    }

    fn value_change(subject: &Subject<'_>, old: &Self, new: &Self) -> Option<Change> {
        let (level, what) = difference(old, new)?;
        let message = format!(
            "the detail {} of {} {what}",
            quoted(&old.name),
            subject.name
        );
        let change = subject.change(level, ChangeKind::DetailType, message);
        let (before, after) = (Json::from(&old.schema), Json::from(&new.schema));
        Some(change.named(&old.name).before(before).after(after))
    }

    fn is_known(old: &Self, new: &Self) -> bool {
        // An unknown detail is never marked as required.
        old.known == new.known || (old.known != Known::No && new.known != Known::No)
    }
}

/// The level of the difference between two details, and the predicate of a message.
fn difference(old: &Detail, new: &Detail) -> Option<(Level, String)> {
    let same_type = old.rust_type == new.rust_type;
    let is_known = old.known != Known::No && new.known != Known::No;
    if old.flattened != new.flattened {
        let form = |detail: &Detail| {
            if detail.flattened {
                "flattened into its entries"
            } else {
                "one value"
            }
        };
        let what = format!("was {} and is {}", form(old), form(new));
        return Some((Level::Breaking, what));
    }
    if same_type && old.known != new.known && (!is_known || old.schema == new.schema) {
        let (before, after) = (in_words(old.known), in_words(new.known));
        let what = format!("has a JSON type that was {before} and is {after}");
        return Some((Level::Patch, what));
    }
    if !is_known && !same_type {
        let (before, after) = (quoted(&old.rust_type), quoted(&new.rust_type));
        let what = format!(
            "had the Rust type {before} and has {after}: add an example, which shows the JSON type"
        );
        let is_same = old.schema == new.schema;
        return Some((
            if is_same {
                Level::Minor
            } else {
                Level::Breaking
            },
            what,
        ));
    }
    (old.schema != new.schema).then(|| {
        let is_compatible = schema::is_compatible(&old.schema, &new.schema, same_type);
        let level = if is_compatible {
            Level::Minor
        } else {
            Level::Breaking
        };
        let (before, after) = schema::in_words(&old.schema, &new.schema);
        (level, format!("was {before} and is {after}"))
    })
}

fn in_words(known: Known) -> &'static str {
    match known {
        Known::Type => "known from the Rust type",
        Known::Example => "known from an example",
        Known::No => "unknown",
    }
}
