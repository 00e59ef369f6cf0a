//! What a response header is, in both catalogs.

use super::change::{Change, ChangeKind, Level, Subject};
use super::part::Part;
use super::promise;
use crate::plain::quoted;
use crate::{Header, Json};

impl Part for Header {
    const WORD: &'static str = "header";
    const ADDED: ChangeKind = ChangeKind::HeaderAdded;
    const REMOVED: ChangeKind = ChangeKind::HeaderRemoved;
    const RENAMED: ChangeKind = ChangeKind::HeaderRenamed;
    const REQUIRED: ChangeKind = ChangeKind::HeaderRequired;

    fn name(&self) -> &str {
        &self.name
    }

    fn rust_type(&self) -> &str {
        self.rust_type.as_deref().unwrap_or_default()
    }

    fn description(&self) -> &str {
        &self.description
    }

    fn is_required(&self) -> bool {
        self.required
    }

    fn in_words(&self) -> String {
        match &self.value {
            Some(value) => quoted(value),
            None => self.schema.words(),
        }
    }

    fn is_named_like(&self, other: &Self) -> bool {
        self.name.eq_ignore_ascii_case(&other.name)
    }

    fn is_made_like(&self, other: &Self) -> bool {
        self.rust_type == other.rust_type && self.value == other.value
    }

    fn value(subject: &Subject<'_>, old: &Self, new: &Self) -> Option<Change> {
        let is_fixed_kept = old.value == new.value;
        if is_fixed_kept && old.schema == new.schema {
            return None;
        }
        // A fixed value is text, whatever it means: it does not tell of what kind others are.
        let same_type = old.rust_type == new.rust_type;
        let is_kept = !is_fixed_kept || promise::is_kept(&old.schema, &new.schema, same_type);
        let level = if is_kept {
            Level::Minor
        } else {
            Level::Breaking
        };
        let (before, after) = if is_fixed_kept {
            promise::in_words(&old.schema, &new.schema)
        } else {
            (old.in_words(), new.in_words())
        };
        let message = format!(
            "the header {} of {} was {before} and is {after}",
            quoted(&old.name),
            subject.words
        );
        let change = subject.change(level, ChangeKind::HeaderValue, message);
        let json = |header: &Header| match &header.value {
            Some(value) if !is_fixed_kept => Json::from(value.as_str()),
            _ => Json::from(&header.schema),
        };
        Some(change.named(&old.name).before(json(old)).after(json(new)))
    }
}
