//! Compares the values of a header.

use super::change::{Change, ChangeKind, Level};
use super::detail_or_header::DetailOrHeader;
use super::schema;
use super::subject::Subject;
use crate::model::detail::Header;
use crate::model::json::Json;
use crate::model::schema::HTTP_DATE;
use crate::model::schema::{Kind, Schema};
use crate::plain_text::quoted;

impl DetailOrHeader for Header {
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

    fn has_same_name(&self, other: &Self) -> bool {
        self.name.eq_ignore_ascii_case(&other.name)
    }

    fn may_be_renamed_from(&self, other: &Self) -> bool {
        self.rust_type == other.rust_type && self.value == other.value
    }

    fn value_change(subject: &Subject<'_>, old: &Self, new: &Self) -> Option<Change> {
        let is_same_value = old.value == new.value;
        if is_same_value && old.schema == new.schema {
            return None;
        }
        let same_type = old.rust_type == new.rust_type;
        let is_compatible = if is_same_value {
            schema::is_compatible(&old.schema, &new.schema, same_type)
        } else {
            is_value_compatible(old, new)
        };
        let level = if is_compatible {
            Level::Minor
        } else {
            Level::Breaking
        };
        let (before, after) = if is_same_value {
            schema::in_words(&old.schema, &new.schema)
        } else {
            (old.in_words(), new.in_words())
        };
        let message = format!(
            "the header {} of {} was {before} and is {after}",
            quoted(&old.name),
            subject.name
        );
        let change = subject.change(level, ChangeKind::HeaderValue, message);
        let json = |header: &Header| match &header.value {
            Some(value) if !is_same_value => Json::from(value.as_str()),
            _ => Json::from(&header.schema),
        };
        Some(change.named(&old.name).before(json(old)).after(json(new)))
    }
}

/// Whether the new value is compatible, if at least one of the values is fixed.
///
/// Clients rely on a fixed authentication scheme, list of methods or link, so these must not change. Clients read a time
/// such as `Retry-After` from each response, so only its type must not change.
fn is_value_compatible(old: &Header, new: &Header) -> bool {
    let is_time = ["retry-after", "cache-control", "expires", "age"]
        .iter()
        .any(|name| old.name.eq_ignore_ascii_case(name));
    if old.value.is_some() && !is_time {
        return false;
    }
    let old = kind(old);
    old == Schema::new(Kind::String) || schema::is_compatible(&old, &kind(new), false)
}

/// The type of a header's value without size: number, date or text.
fn kind(header: &Header) -> Schema {
    let text = Schema::new(Kind::String);
    match &header.value {
        Some(value) if value.bytes().all(|b| b.is_ascii_digit()) => Schema::new(Kind::Integer),
        Some(value) if value.ends_with(" GMT") => text.with_format(HTTP_DATE),
        Some(_) => text,
        None if header.schema.kind == Some(Kind::Integer) => Schema::new(Kind::Integer),
        None => header.schema.clone(),
    }
}
