//! What documents say of one entry: a view into the columns that the derive writes.

use std::error::Error;
use std::fmt;

use crate::format::FormatVtable;
use crate::table::Table;
use crate::{ApiError, Entry};

/// The entries of one type with their text, as columns: the same index is the same entry. What only
/// some entries have stands in lists of its own, each item with the index of its entry.
#[doc(hidden)]
#[derive(Debug)]
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
    };

    /// How many entries there are.
    pub(crate) const fn len(&self) -> usize {
        self.table.len()
    }

    /// An entry.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no type has so many variants"
    )]
    pub(crate) const fn entry(&self, at: usize) -> Entry {
        Entry::row(self.table, at as u32)
    }

    /// Whether another entry may have the code of the one at an index.
    pub(crate) const fn is_shared(&self, entry: usize) -> bool {
        let mut at = 0;
        while at < self.shared.len() {
            if self.shared[at] == entry {
                return true;
            }
            at += 1;
        }
        false
    }
}

/// Passes the examples of the entry in a row to a function: each with its caption, which may be empty.
pub(crate) type Examples = fn(usize, &mut dyn FnMut(&'static str, &dyn ApiError));

/// One entry with what the documents say of it.
///
/// ```
/// use errcode_core::EntryDoc;
///
/// /// What a client should know before it sends the request again.
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

    /// The variant's name; of a struct, the type's.
    pub fn name(&self) -> &'static str {
        self.documents.names[self.row]
    }

    /// The doc comment, in Markdown.
    pub fn docs(&self) -> String {
        unindented(self.documents.docs[self.row])
    }

    /// The note of `#[deprecated]`, empty if it has none.
    pub fn deprecated(&self) -> Option<&'static str> {
        self.deprecation().map(|deprecated| deprecated.note)
    }

    /// The version that `#[deprecated]` names in `since`, as it is written there.
    pub fn deprecated_since(&self) -> Option<&'static str> {
        self.deprecation().and_then(|deprecated| deprecated.since)
    }

    fn deprecation(&self) -> Option<&'static Deprecated> {
        own(self.documents.deprecated, self.row).next()
    }

    /// Whether the entry is left out of public documents (`#[doc(hidden)]`, `hide_as`).
    pub fn is_hidden(&self) -> bool {
        self.documents.hidden.contains(&self.row)
    }

    /// Whether the status of an occurrence may differ from the entry's.
    pub fn has_run_time_status(&self) -> bool {
        self.run_time_status_source().is_some()
    }

    /// What chooses the status of an occurrence, as written in Rust without spaces: the path of a function, or the type
    /// of a field. `None` if the status is always the declared one.
    pub fn run_time_status_source(&self) -> Option<&'static str> {
        own(self.documents.run_time_status, self.row)
            .next()
            .copied()
    }

    /// Whether all occurrences have the same response.
    fn is_constant(&self) -> bool {
        let entry = self.entry();
        entry.fixed_message(entry.status()).is_some()
            && !self.has_run_time_status()
            && self.members().next().is_none()
            && self.headers().next().is_none()
    }

    /// The fields that the client may read.
    pub fn members(&self) -> impl Iterator<Item = &'static Member> {
        own(self.documents.members, self.row)
    }

    /// The response headers that depend on fields.
    pub fn headers(&self) -> impl Iterator<Item = &'static HeaderDoc> {
        own(self.documents.headers, self.row)
    }

    /// Shows the examples, each with its caption, which may be empty. An entry whose response does not depend on
    /// fields is its own example.
    pub fn examples(&self, mut look: impl FnMut(&'static str, &dyn ApiError)) {
        let mut shown = false;
        (self.examples)(self.row, &mut |caption, error| {
            shown = true;
            look(caption, error);
        });
        if !shown && self.is_constant() {
            look("", &Constant(self.entry(), self.format));
        }
    }
}

/// Any error of an entry whose response does not depend on fields.
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

/// The items of a sorted list that belong to one entry.
fn own<T>(list: &'static [(usize, T)], at: usize) -> impl Iterator<Item = &'static T> {
    let start = list.partition_point(|(entry, _)| *entry < at);
    list[start..]
        .iter()
        .take_while(move |(entry, _)| *entry == at)
        .map(|(_, item)| item)
}

/// What `#[deprecated]` says.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Deprecated {
    pub note: &'static str,
    pub since: Option<&'static str>,
}

/// A field that the client may read.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_type: &'static str,
    #[doc(hidden)]
    pub docs: &'static str,
    #[doc(hidden)]
    pub flatten: bool,
}

impl Member {
    /// The name on the wire.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The field's type as it is written in Rust.
    pub const fn rust_type(&self) -> &'static str {
        self.rust_type
    }

    /// The field's doc comment, in Markdown.
    pub fn docs(&self) -> String {
        unindented(self.docs)
    }

    /// Whether the field is a map whose entries stand for themselves.
    pub const fn is_flattened(&self) -> bool {
        self.flatten
    }
}

/// A response header that depends on a field.
#[derive(Clone, Copy, Debug)]
pub struct HeaderDoc {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_type: &'static str,
    #[doc(hidden)]
    pub docs: &'static str,
}

impl HeaderDoc {
    /// The header's name as it is written.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The field's type as it is written in Rust.
    pub const fn rust_type(&self) -> &'static str {
        self.rust_type
    }

    /// The field's doc comment, in Markdown.
    pub fn docs(&self) -> String {
        unindented(self.docs)
    }
}

/// A doc comment without what its form adds: the stars of a block, the white space that all of its
/// lines begin with, and what is blank around it.
pub(crate) fn unindented(docs: &str) -> String {
    let mut lines: Vec<&str> = docs.split('\n').collect();
    if let Some(column) = stars(docs) {
        for line in &mut lines[1..] {
            *line = line.get(column + 1..).unwrap_or("");
        }
    }
    let blank = [' ', '\t'];
    let indents = lines
        .iter()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start_matches(blank).len());
    let indent = indents.min().unwrap_or(0);
    let lines: Vec<&str> = lines
        .iter()
        .map(|line| line.get(indent..).unwrap_or(""))
        .collect();
    let text = lines.join("\n");
    text.trim_end_matches([' ', '\t', '\n'])
        .trim_start_matches('\n')
        .to_owned()
}

/// Where the stars stand, one before each line but the first, if this is a block comment. A list has
/// them too, but no white space at its end: that stood before `*/`.
fn stars(docs: &str) -> Option<usize> {
    let docs = docs.trim_end_matches('\n');
    let mut columns = docs
        .split('\n')
        .skip(1)
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            line.find('*')
                .filter(|column| line[..*column].trim().is_empty())
        });
    let first = columns.next()??;
    let is_block = docs.ends_with([' ', '\t']) && columns.all(|column| column == Some(first));
    is_block.then_some(first)
}

#[cfg(test)]
mod tests {
    use super::{Constant, unindented};
    use crate::format::{Flat, FormatVtable};
    use crate::sample::row;

    #[test]
    fn any_error_of_an_entry_is_called_by_its_code() {
        let constant = Constant(row(500), FormatVtable::new::<Flat>());
        assert_eq!(constant.to_string(), "A");
    }

    #[test]
    fn doc_comments_lose_what_is_blank_around_them() {
        assert_eq!(
            unindented(" a\n\n     code\n b  \n c"),
            "a\n\n    code\nb  \nc"
        );
        assert_eq!(unindented("a\n  b"), "a\n  b");
        assert_eq!(unindented(""), "");
        assert_eq!(unindented("\ta\n\t\tb\n"), "a\n\tb");
        assert_eq!(unindented("\n é|`<T>` \\ \" {}"), "é|`<T>` \\ \" {}");
    }

    #[test]
    fn block_comments_lose_their_stars() {
        for (block, text) in [
            (" one line ", "one line"),
            ("\n * a\n *   b\n *\n * * c\n ", "a\n  b\n\n* c"),
            (" a\n     * b\n     * c\n     \n", "a\nb\nc"),
            (" a\n * b ", "a\nb"),
            ("\n    a\n      * b\n    ", "a\n  * b"),
            // Lists, one of them in a block.
            (" * a\n * b", "* a\n* b"),
            ("\n * a\n * b\n", "* a\n* b"),
            (" a:\n * b\n   * c ", "a:\n* b\n  * c"),
            ("", ""),
            (" ", ""),
        ] {
            assert_eq!(unindented(block), text, "{block:?}");
        }
    }
}
