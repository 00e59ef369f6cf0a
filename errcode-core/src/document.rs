//! The documents of one entry, read from the columns that the derive writes.

mod doc_comment;
mod rust_type;

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

pub(crate) use doc_comment::unindented;
use rust_type::RustType;
pub use rust_type::{name_of_optional_result, name_of_result};

use crate::format::FormatVtable;
use crate::table::Table;
use crate::{ApiError, Entry};

/// The entries of one type with their documents, as columns: each row is an entry. Facts that only some entries
/// have are in sorted lists of pairs with the row of the entry.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Documents {
    pub table: &'static Table,
    pub names: &'static [&'static str],
    pub hashes: &'static [u64],
    pub docs: &'static [&'static str],
    pub members: &'static [(usize, Member)],
    pub headers: &'static [(usize, HeaderDoc)],
    pub deprecated: &'static [(usize, Deprecated)],
    pub hidden: &'static [usize],
    pub shared: &'static [usize],
    /// The Rust type of the field that chooses the status.
    pub run_time_status: &'static [(usize, &'static str)],
    /// The formats of variants that have their own.
    pub formats: &'static [(usize, &'static FormatVtable)],
}

impl Documents {
    /// No entries.
    pub const NONE: Self = Self {
        table: &Table::EMPTY,
        names: &[],
        hashes: &[],
        docs: &[],
        members: &[],
        headers: &[],
        deprecated: &[],
        hidden: &[],
        shared: &[],
        run_time_status: &[],
        formats: &[],
    };

    /// The number of entries.
    pub(crate) const fn len(&self) -> usize {
        self.table.len()
    }

    /// The entry in a row.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no type has so many variants"
    )]
    pub(crate) const fn entry(&self, row: usize) -> Entry {
        Entry::row(self.table, row as u32)
    }

    /// Whether another entry may have the same code as the entry in a row.
    pub(crate) const fn is_shared(&self, row: usize) -> bool {
        let mut at = 0;
        while at < self.shared.len() {
            if self.shared[at] == row {
                return true;
            }
            at += 1;
        }
        false
    }
}

/// Passes the examples of the entry in a row to a function: each with its caption, which may be empty.
pub(crate) type Examples = fn(usize, &mut dyn FnMut(&'static str, &dyn ApiError));

/// One entry with its documents.
///
/// ```
/// use errcode_core::EntryDoc;
///
/// /// A line of a list: code, first line of the doc comment, and headers.
/// fn line(variant: &EntryDoc) -> String {
///     let headers: Vec<&str> = variant.headers().map(|header| header.name()).collect();
///     let summary = variant.docs().lines().next().unwrap_or_default().to_owned();
///     format!("{}: {summary} ({})", variant.entry().code(), headers.join(", "))
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct EntryDoc {
    pub(crate) documents: &'static Documents,
    pub(crate) examples: Examples,
    pub(crate) format: &'static FormatVtable,
    pub(crate) row: usize,
}

impl EntryDoc {
    /// The static facts.
    pub fn entry(&self) -> Entry {
        self.documents.entry(self.row)
    }

    /// The name of the variant, or of the struct.
    pub fn name(&self) -> &'static str {
        self.documents.names[self.row]
    }

    /// The doc comment, in Markdown.
    pub fn docs(&self) -> String {
        unindented(self.documents.docs[self.row])
    }

    /// The note of `#[deprecated]`. It is empty if the attribute has no note.
    pub fn deprecated(&self) -> Option<&'static str> {
        self.deprecation().map(|deprecated| deprecated.note)
    }

    /// The version in `#[deprecated(since = "...")]`, as it is written.
    pub fn deprecated_since(&self) -> Option<&'static str> {
        self.deprecation().and_then(|deprecated| deprecated.since)
    }

    fn deprecation(&self) -> Option<&'static Deprecated> {
        in_row(self.documents.deprecated, self.row).next()
    }

    /// Whether public documents omit the entry (`#[doc(hidden)]`, `hide_as`).
    pub fn is_hidden(&self) -> bool {
        self.documents.hidden.contains(&self.row)
    }

    /// Whether the status of an occurrence may differ from the status of the entry.
    pub fn has_run_time_status(&self) -> bool {
        self.run_time_status_source().is_some()
    }

    /// The path of the function, or the type of the field, that chooses the status of an occurrence. It is Rust code
    /// without spaces, and `None` if the status is always the declared one.
    pub fn run_time_status_source(&self) -> Option<&'static str> {
        in_row(self.documents.run_time_status, self.row)
            .next()
            .copied()
    }

    /// The format of this variant, if it is not that of the type.
    pub fn own_format(&self) -> Option<&'static FormatVtable> {
        in_row(self.documents.formats, self.row).next().copied()
    }

    /// Whether all occurrences have the same response.
    fn is_constant(&self) -> bool {
        let entry = self.entry();
        entry.fixed_message(entry.status()).is_some()
            && !self.has_run_time_status()
            && self.members().next().is_none()
            && self.headers().next().is_none()
    }

    /// The fields that are members of the body.
    pub fn members(&self) -> impl Iterator<Item = &'static Member> {
        in_row(self.documents.members, self.row)
    }

    /// The response headers that depend on fields.
    pub fn headers(&self) -> impl Iterator<Item = &'static HeaderDoc> {
        in_row(self.documents.headers, self.row)
    }

    /// Passes each example to a function, with its caption, which may be empty. An entry whose response does not depend
    /// on fields has itself as an example if none is written.
    pub fn examples(&self, mut visit: impl FnMut(&'static str, &dyn ApiError)) {
        let mut shown = false;
        (self.examples)(self.row, &mut |caption, error| {
            shown = true;
            visit(caption, error);
        });
        if !shown && self.is_constant() {
            visit("", &Constant(self.entry(), self.format));
        }
    }
}

/// An error of an entry whose response does not depend on fields.
#[derive(Debug)]
struct Constant(Entry, &'static FormatVtable);

impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.code(), f)
    }
}

impl Error for Constant {}

impl ApiError for Constant {
    fn entry(&self) -> Entry {
        self.0
    }

    fn format(&self) -> &'static FormatVtable {
        self.1
    }
}

/// The items of a sorted list that belong to the entry in a row.
fn in_row<T>(list: &'static [(usize, T)], row: usize) -> impl Iterator<Item = &'static T> {
    let start = list.partition_point(|(entry, _)| *entry < row);
    list[start..]
        .iter()
        .take_while(move |(entry, _)| *entry == row)
        .map(|(_, item)| item)
}

/// The arguments of `#[deprecated]`.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Deprecated {
    pub note: &'static str,
    pub since: Option<&'static str>,
}

/// A field that is a member of the body, or whose entries are.
///
/// ```
/// use errcode_core::EntryDoc;
///
/// /// A row for each member: its name and its Rust type.
/// fn rows(variant: &EntryDoc) -> Vec<String> {
///     variant.members().map(|member| format!("{}: {}", member.name(), member.rust_type())).collect()
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Member {
    name: &'static str,
    rust_type: RustType,
    flatten: bool,
    docs: &'static str,
}

impl Member {
    /// A member as generated code describes it.
    #[doc(hidden)]
    pub const fn new(
        name: &'static str,
        rust_type: &'static str,
        flatten: bool,
        docs: &'static str,
    ) -> Self {
        Self {
            name,
            rust_type: RustType::Field(rust_type),
            flatten,
            docs,
        }
    }

    /// The same with the type that a function returns.
    #[doc(hidden)]
    pub const fn returned(mut self, rust_type: fn() -> &'static str) -> Self {
        self.rust_type = RustType::Result(rust_type);
        self
    }

    /// The name in the body.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The field's type as it is written in Rust, or the type that the function of `with = path` returns.
    pub fn rust_type(&self) -> Cow<'static, str> {
        self.rust_type.name()
    }

    /// The field's doc comment, in Markdown.
    pub fn docs(&self) -> String {
        unindented(self.docs)
    }

    /// Whether the field is a map whose entries become members (`#[api(flatten)]`).
    pub const fn is_flattened(&self) -> bool {
        self.flatten
    }
}

/// A response header that depends on a field.
///
/// ```
/// use errcode_core::EntryDoc;
///
/// /// Whether the response says when to send the request again.
/// fn says_when(variant: &EntryDoc) -> bool {
///     variant.headers().any(|header| header.name().eq_ignore_ascii_case("retry-after"))
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct HeaderDoc {
    name: &'static str,
    rust_type: RustType,
    docs: &'static str,
}

impl HeaderDoc {
    /// A header as generated code describes it.
    #[doc(hidden)]
    pub const fn new(name: &'static str, rust_type: &'static str, docs: &'static str) -> Self {
        Self {
            name,
            rust_type: RustType::Field(rust_type),
            docs,
        }
    }

    /// The same with the type that a function returns.
    #[doc(hidden)]
    pub const fn returned(mut self, rust_type: fn() -> &'static str) -> Self {
        self.rust_type = RustType::Result(rust_type);
        self
    }

    /// The header's name as it is written.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The field's type as it is written in Rust, or the type that the function of `with = path` returns.
    pub fn rust_type(&self) -> Cow<'static, str> {
        self.rust_type.name()
    }

    /// The field's doc comment, in Markdown.
    pub fn docs(&self) -> String {
        unindented(self.docs)
    }
}

#[cfg(test)]
mod tests {
    use super::Constant;
    use crate::format::{Flat, FormatVtable};
    use crate::sample::row;

    #[test]
    fn a_constant_error_displays_its_code() {
        let constant = Constant(row(500), FormatVtable::new::<Flat>());
        assert_eq!(constant.to_string(), "A");
    }
}
