//! Merges the details and headers of the variants of one entry.

use errcode_core::EntryDoc;

use crate::model::detail::{Detail, Header, Known};
use crate::model::schema::Schema;

/// A detail or a header.
pub(super) trait Merge {
    fn name(&self) -> &str;
    /// Marks it as optional.
    fn make_optional(&mut self);
    /// Merges the detail or header of the same name that another variant has.
    fn merge(&mut self, other: Self);
}

impl Merge for Detail {
    fn name(&self) -> &str {
        &self.name
    }

    fn make_optional(&mut self) {
        self.required = false;
    }

    fn merge(&mut self, other: Self) {
        self.required &= other.required;
        self.schema = Schema::any_of(vec![std::mem::take(&mut self.schema), other.schema]);
        if self.rust_type != other.rust_type {
            self.rust_type = format!("{} | {}", self.rust_type, other.rust_type);
        }
        if self.description.is_empty() {
            self.description = other.description;
        }
        if other.known == Known::No {
            self.known = Known::No;
        }
    }
}

impl Merge for Header {
    fn name(&self) -> &str {
        &self.name
    }

    fn make_optional(&mut self) {
        self.required = false;
    }

    fn merge(&mut self, other: Self) {
        self.required &= other.required;
        self.schema = Schema::any_of(vec![std::mem::take(&mut self.schema), other.schema]);
        if self.value != other.value {
            self.value = None;
        }
        if self.description.is_empty() {
            self.description = other.description;
        }
    }
}

/// Adds the details or headers of a variant. Those that not all variants have become optional.
pub(super) fn merge<T: Merge>(
    items: &mut Vec<T>,
    added: Vec<T>,
    variant: &EntryDoc,
    variants: &[EntryDoc],
) {
    let is_first = variants.first().map(EntryDoc::name) == Some(variant.name());
    for item in items.iter_mut() {
        let has_same_name = |other: &T| other.name().eq_ignore_ascii_case(item.name());
        if !added.iter().any(has_same_name) {
            item.make_optional();
        }
    }
    for mut item in added {
        let known = items
            .iter_mut()
            .find(|known| known.name().eq_ignore_ascii_case(item.name()));
        match known {
            Some(known) => known.merge(item),
            None => {
                if !is_first {
                    item.make_optional();
                }
                items.push(item);
            }
        }
    }
}
