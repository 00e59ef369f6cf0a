//! The documented side of errors: entries with their text, grouped by type, gathered in catalogs.

use std::fmt;

use crate::format::{FormatFns, Problem};
use crate::{ApiError, Entry};

/// A type whose errors are documented: the derive implements it beside [`ApiError`].
#[diagnostic::on_unimplemented(
    message = "the errors of `{Self}` are not documented",
    label = "does not implement `Documented`",
    note = "add `#[derive(ApiError)]` to it"
)]
pub trait Documented {
    /// The type's entries, and the catalogs of the types it hands on.
    const CATALOG: &'static Catalog;
}

impl<T: Documented + ?Sized> Documented for &T {
    const CATALOG: &'static Catalog = T::CATALOG;
}

impl<T: Documented + ?Sized> Documented for Box<T> {
    const CATALOG: &'static Catalog = T::CATALOG;
}

impl<T: Documented + ?Sized> Documented for std::sync::Arc<T> {
    const CATALOG: &'static Catalog = T::CATALOG;
}

/// A group of entries, and the catalogs it includes: one type's errors, or a whole service's.
///
/// The derive makes one for each type ([`Documented::CATALOG`]), `errcode::catalog!` one for a
/// service.
#[derive(Debug)]
pub struct Catalog {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub key: u64,
    #[doc(hidden)]
    pub title: &'static str,
    #[doc(hidden)]
    pub docs: &'static [&'static str],
    #[doc(hidden)]
    pub after: &'static str,
    #[doc(hidden)]
    pub format: &'static FormatFns,
    #[doc(hidden)]
    pub entries: &'static [EntryDoc],
    #[doc(hidden)]
    pub includes: &'static [&'static Catalog],
}

impl Catalog {
    #[doc(hidden)]
    pub const EMPTY: &'static Self = &Self {
        name: "",
        key: 0,
        title: "",
        docs: &[],
        after: "",
        format: FormatFns::of::<Problem>(),
        entries: &[],
        includes: &[],
    };

    /// The path of the type or static that this is the catalog of.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The heading.
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The introduction, in Markdown.
    pub fn docs(&self) -> String {
        joined(self.docs)
    }

    /// What follows the codes, in Markdown.
    pub const fn after(&self) -> &'static str {
        self.after
    }

    /// The wire format that the errors are answered in.
    pub const fn format(&self) -> &'static FormatFns {
        self.format
    }

    /// The entries of this catalog itself.
    pub const fn entries(&self) -> &'static [EntryDoc] {
        self.entries
    }

    /// The catalogs that this one includes.
    pub const fn includes(&self) -> &'static [&'static Catalog] {
        self.includes
    }

    /// Every catalog that is reached from here and has entries, each type once, outer before inner.
    pub fn groups(&'static self) -> Vec<&'static Catalog> {
        let mut seen = Vec::new();
        let mut groups: Vec<&'static Catalog> = Vec::new();
        let mut open = vec![self];
        while let Some(catalog) = open.pop() {
            if seen.contains(&catalog.key) {
                continue;
            }
            seen.push(catalog.key);
            let known = groups.iter().any(|group| group.name == catalog.name);
            if !catalog.entries.is_empty() && !known {
                groups.push(catalog);
            }
            open.extend(catalog.includes.iter().rev());
        }
        groups
    }
}

/// One entry with what the documents say of it.
#[derive(Clone, Copy, Debug)]
pub struct EntryDoc {
    entry: &'static Entry,
    name: &'static str,
    hash: u64,
    facts: &'static DocFacts,
    docs: &'static [&'static str],
}

/// What only some entries have to say.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct DocFacts {
    pub deprecated: Option<&'static str>,
    pub hidden: bool,
    pub shared: bool,
    pub run_time_status: bool,
    pub members: &'static [Member],
    pub headers: &'static [HeaderDoc],
    pub examples: &'static [Example],
}

impl DocFacts {
    /// Nothing to say.
    pub const NONE: Self = Self {
        deprecated: None,
        hidden: false,
        shared: false,
        run_time_status: false,
        members: &[],
        headers: &[],
        examples: &[],
    };
}

impl EntryDoc {
    #[doc(hidden)]
    pub const fn new(
        entry: &'static Entry,
        name: &'static str,
        hash: u64,
        docs: &'static [&'static str],
    ) -> Self {
        Self {
            entry,
            name,
            hash,
            facts: &DocFacts::NONE,
            docs,
        }
    }

    #[doc(hidden)]
    pub const fn with_facts(mut self, facts: &'static DocFacts) -> Self {
        self.facts = facts;
        self
    }

    /// The static facts.
    pub const fn entry(&self) -> &'static Entry {
        self.entry
    }

    /// The variant's name; of a struct, the type's.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The doc comment, in Markdown.
    pub fn docs(&self) -> String {
        joined(self.docs)
    }

    /// The note of `#[deprecated]`, empty if it has none.
    pub const fn deprecated(&self) -> Option<&'static str> {
        self.facts.deprecated
    }

    /// Whether the entry is left out of public documents (`#[doc(hidden)]`, `hide_as`).
    pub const fn is_hidden(&self) -> bool {
        self.facts.hidden
    }

    /// Whether the status of an occurrence may differ from the entry's.
    pub const fn has_run_time_status(&self) -> bool {
        self.facts.run_time_status
    }

    /// The fields that the client may read.
    pub const fn members(&self) -> &'static [Member] {
        self.facts.members
    }

    /// The response headers that depend on fields.
    pub const fn headers(&self) -> &'static [HeaderDoc] {
        self.facts.headers
    }

    /// Instances of the error.
    pub const fn examples(&self) -> &'static [Example] {
        self.facts.examples
    }

    pub(crate) const fn hash(&self) -> u64 {
        self.hash
    }

    pub(crate) const fn may_share_its_code(&self) -> bool {
        self.facts.shared
    }
}

/// A field that the client may read.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    #[doc(hidden)]
    pub name: &'static str,
    #[doc(hidden)]
    pub rust_type: &'static str,
    #[doc(hidden)]
    pub docs: &'static [&'static str],
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
        joined(self.docs)
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
    pub docs: &'static [&'static str],
}

impl HeaderDoc {
    /// The header's name as the user wrote it.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The field's type as it is written in Rust.
    pub const fn rust_type(&self) -> &'static str {
        self.rust_type
    }

    /// The field's doc comment, in Markdown.
    pub fn docs(&self) -> String {
        joined(self.docs)
    }
}

/// An instance of an error, from which documents are made with the real serializer.
#[derive(Clone, Copy)]
pub struct Example {
    #[doc(hidden)]
    pub caption: &'static str,
    #[doc(hidden)]
    pub visit: fn(&mut dyn FnMut(&dyn ApiError)),
}

impl Example {
    /// What the example shows, or nothing.
    pub const fn caption(&self) -> &'static str {
        self.caption
    }

    /// Hands the instance to `look`.
    pub fn with<T>(&self, look: impl FnOnce(&dyn ApiError) -> T) -> Option<T> {
        let mut look = Some(look);
        let mut seen = None;
        (self.visit)(&mut |error| seen = look.take().map(|look| look(error)));
        seen
    }
}

impl fmt::Debug for Example {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Example").field(&self.caption).finish()
    }
}

/// The lines of a doc comment as one text, without the white space that all of them begin with.
fn joined(docs: &[&str]) -> String {
    let lines = || docs.iter().flat_map(|text| text.split('\n'));
    let indent = lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0);
    let lines: Vec<&str> = lines()
        .map(|line| line.get(indent..).unwrap_or(""))
        .collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn doc_comments_lose_their_common_indent_and_nothing_else() {
        assert_eq!(
            joined(&[" a", "", "     code", " b  "]),
            "a\n\n    code\nb  "
        );
        assert_eq!(joined(&["a\n  b"]), "a\n  b");
        assert_eq!(joined(&[]), "");
        assert_eq!(joined(&["", " é|`<T>` \\ \" {}"]), "é|`<T>` \\ \" {}");
    }
}
