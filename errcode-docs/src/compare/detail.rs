//! What a detail is on the wire, in both catalogs.

use super::change::{Change, ChangeKind, Level, Subject};
use super::detail_or_header::Part;
use super::schema;
use crate::model::detail::{Detail, Known};
use crate::model::json::Json;
use crate::plain_text::quoted;

impl Part for Detail {
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

    fn is_named_like(&self, other: &Self) -> bool {
        self.name == other.name
    }

    fn is_made_like(&self, other: &Self) -> bool {
        self.rust_type == other.rust_type && self.flattened == other.flattened
    }

    fn value(subject: &Subject<'_>, old: &Self, new: &Self) -> Option<Change> {
        let (level, what) = difference(old, new)?;
        let message = format!(
            "the detail {} of {} {what}",
            quoted(&old.name),
            subject.words
        );
        let change = subject.change(level, ChangeKind::DetailType, message);
        let (before, after) = (Json::from(&old.schema), Json::from(&new.schema));
        Some(change.named(&old.name).before(before).after(after))
    }

    fn is_known(old: &Self, new: &Self) -> bool {
        // What is not known is never said to be always there.
        old.known == new.known || (old.known != Known::No && new.known != Known::No)
    }
}

/// How grave the difference of two values is, and the end of a sentence about it.
fn difference(old: &Detail, new: &Detail) -> Option<(Level, String)> {
    let same_type = old.rust_type == new.rust_type;
    let is_known = old.known != Known::No && new.known != Known::No;
    if old.flattened != new.flattened {
        let form = |detail: &Detail| {
            if detail.flattened {
                "spread into its entries"
            } else {
                "one value"
            }
        };
        let what = format!("was {} and is {}", form(old), form(new));
        return Some((Level::Breaking, what));
    }
    if same_type && old.known != new.known && (!is_known || old.schema == new.schema) {
        let (before, after) = (how(old.known), how(new.known));
        let what = format!("has a JSON type that was {before} and is {after}");
        return Some((Level::Patch, what));
    }
    if !is_known && !same_type {
        let (before, after) = (quoted(&old.rust_type), quoted(&new.rust_type));
        let what = format!(
            "was of the Rust type {before} and is of {after}: give an example, which tells what that is in JSON"
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
        let is_kept = schema::is_kept(&old.schema, &new.schema, same_type);
        let level = if is_kept {
            Level::Minor
        } else {
            Level::Breaking
        };
        let (before, after) = schema::in_words(&old.schema, &new.schema);
        (level, format!("was {before} and is {after}"))
    })
}

fn how(known: Known) -> &'static str {
    match known {
        Known::Type => "known from its Rust type",
        Known::Example => "known from an example",
        Known::No => "not known",
    }
}
