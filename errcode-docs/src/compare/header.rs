//! What a response header is, in both catalogs.

use super::change::{Change, ChangeKind, Level, Subject};
use super::detail_or_header::Part;
use super::schema;
use crate::model::detail::Header;
use crate::model::json::Json;
use crate::model::schema::HTTP_DATE;
use crate::model::schema::{Kind, Schema};
use crate::plain_text::quoted;

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
        let same_type = old.rust_type == new.rust_type;
        let is_kept = if is_fixed_kept {
            schema::is_kept(&old.schema, &new.schema, same_type)
        } else {
            is_value_kept(old, new)
        };
        let level = if is_kept {
            Level::Minor
        } else {
            Level::Breaking
        };
        let (before, after) = if is_fixed_kept {
            schema::in_words(&old.schema, &new.schema)
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

/// Whether a value is what callers were promised, where one of the catalogs says which it is.
///
/// A scheme to authenticate with, a list of methods and a link are acted on as they are: another value is
/// another promise. How long a response holds is read anew each time, and only has to be of the same kind.
fn is_value_kept(old: &Header, new: &Header) -> bool {
    let is_read_anew = ["retry-after", "cache-control", "expires", "age"]
        .iter()
        .any(|name| old.name.eq_ignore_ascii_case(name));
    if old.value.is_some() && !is_read_anew {
        return false;
    }
    let old = kind(old);
    old == Schema::of(Kind::String) || schema::is_kept(&old, &kind(new), false)
}

/// What a header is, whatever its size: a number, a date, or text.
fn kind(header: &Header) -> Schema {
    let text = Schema::of(Kind::String);
    match &header.value {
        Some(value) if value.bytes().all(|b| b.is_ascii_digit()) => Schema::of(Kind::Integer),
        Some(value) if value.ends_with(" GMT") => text.with_format(HTTP_DATE),
        Some(_) => text,
        None if header.schema.kind == Some(Kind::Integer) => Schema::of(Kind::Integer),
        None => header.schema.clone(),
    }
}
