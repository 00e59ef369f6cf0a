//! Finds codes that are used twice, in const evaluation.
//!
//! The entries of a catalog and of all it includes go into one hash table with open addressing. The time grows
//! linearly with the number of codes, and codes are compared as text only if their hashes are equal.

use errcode_rules::hash::{extend, fnv1a};
use errcode_rules::message::Message;
use errcode_rules::text::{Text, ends_with, same};

use crate::Catalog;
use crate::catalog::Origin;
use crate::format::{FormatVtable, Problem};

/// Identifies the definition of a type or static by its path and its position in the file. The path is not enough:
/// types in two functions of a module can have the same path.
pub const fn definition(name: &str, line: u32, column: u32) -> u64 {
    let line = extend(fnv1a(name), &line.to_le_bytes());
    extend(line, &column.to_le_bytes())
}

/// Identifies a catalog by its definition and all it includes. Two instances of a generic type have the same
/// definition, but may include different catalogs.
pub const fn instance(definition: u64, includes: &[&Catalog]) -> u64 {
    let mut instance = definition;
    let mut at = 0;
    while at < includes.len() {
        instance = extend(instance, &includes[at].parts.instance.to_le_bytes());
        at += 1;
    }
    instance
}

/// The number of slots in the tables for a catalog: a power of two, so that the tables are at most half full.
pub const fn slots(catalog: &Catalog) -> usize {
    (2 * size(catalog) + 2).next_power_of_two()
}

/// The number of catalogs and entries in a catalog and in all it includes. The catalog itself counts too.
const fn size(catalog: &Catalog) -> usize {
    let mut size = catalog.parts.documents.len() + 1;
    let mut at = 0;
    while at < catalog.parts.includes.len() {
        size += self::size(catalog.parts.includes[at]);
        at += 1;
    }
    size
}

/// An entry of a catalog, which uses a code.
#[derive(Clone, Copy, Debug)]
struct CodeUse {
    catalog: &'static Catalog,
    entry: usize,
}

impl CodeUse {
    const fn hash(self) -> u64 {
        self.catalog.parts.documents.hashes[self.entry]
    }

    const fn code(self) -> &'static str {
        self.catalog
            .parts
            .documents
            .entry(self.entry)
            .code()
            .as_str()
    }

    const fn name(self) -> &'static str {
        self.catalog.parts.documents.names[self.entry]
    }

    const fn is_shared(self) -> bool {
        self.catalog.parts.documents.is_shared(self.entry)
    }

    /// Appends the path of the variant. For a struct this is the path of the type.
    const fn push_path_to(self, text: &mut Text) {
        text.push(self.catalog.parts.name);
        if !ends_with(self.catalog.parts.name, self.name()) {
            text.push("::");
            text.push(self.name());
        }
    }
}

/// Two entries that use the same code.
#[derive(Clone, Copy, Debug)]
pub struct Clash {
    first: CodeUse,
    second: CodeUse,
}

impl Clash {
    /// Whether the derive of a type in `catalog` reports this clash. It does if the type has no parameters and has or
    /// includes both entries.
    const fn is_already_reported(&self, catalog: &Catalog) -> bool {
        let (first, second) = (
            self.first.catalog.parts.definition,
            self.second.catalog.parts.definition,
        );
        if matches!(catalog.parts.origin, Origin::Type)
            && reaches(catalog, first)
            && reaches(catalog, second)
        {
            return true;
        }
        let mut at = 0;
        while at < catalog.parts.includes.len() {
            if self.is_already_reported(catalog.parts.includes[at]) {
                return true;
            }
            at += 1;
        }
        false
    }
}

/// Whether a definition is that of a catalog or of one it includes.
const fn reaches(catalog: &Catalog, definition: u64) -> bool {
    if catalog.parts.definition == definition {
        return true;
    }
    let mut at = 0;
    while at < catalog.parts.includes.len() {
        if reaches(catalog.parts.includes[at], definition) {
            return true;
        }
        at += 1;
    }
    false
}

/// The entries that are registered, and the catalogs whose entries are.
struct Table<const SLOTS: usize> {
    entries: [Option<CodeUse>; SLOTS],
    definitions: [u64; SLOTS],
    instances: [u64; SLOTS],
}

impl<const SLOTS: usize> Table<SLOTS> {
    const fn new() -> Self {
        Self {
            entries: [None; SLOTS],
            definitions: [0; SLOTS],
            instances: [0; SLOTS],
        }
    }

    /// Registers a catalog and all it includes. Returns the first clash that is not already reported by a type in
    /// `reporting`.
    const fn register(&mut self, catalog: &'static Catalog, reporting: &Catalog) -> Option<Clash> {
        if !insert(&mut self.instances, catalog.parts.instance) {
            return None;
        }
        let mut clash = self.register_entries(catalog, reporting);
        let mut at = 0;
        while at < catalog.parts.includes.len() {
            let inner = self.register(catalog.parts.includes[at], reporting);
            if clash.is_none() {
                clash = inner;
            }
            at += 1;
        }
        clash
    }

    /// Registers the entries of a catalog alone.
    const fn register_entries(
        &mut self,
        catalog: &'static Catalog,
        reporting: &Catalog,
    ) -> Option<Clash> {
        if !insert(&mut self.definitions, catalog.parts.definition) {
            return None;
        }
        let mut clash = None;
        let mut entry = 0;
        while entry < catalog.parts.documents.len() {
            if let Some(found) = self.register_entry(CodeUse { catalog, entry })
                && clash.is_none()
                && !found.is_already_reported(reporting)
            {
                clash = Some(found);
            }
            entry += 1;
        }
        clash
    }

    const fn register_entry(&mut self, second: CodeUse) -> Option<Clash> {
        let wanted = second.hash();
        let mut slot = first_slot(wanted, SLOTS);
        while let Some(first) = self.entries[slot] {
            if first.hash() == wanted && same(first.code(), second.code()) {
                if first.is_shared() || second.is_shared() {
                    return None;
                }
                return Some(Clash { first, second });
            }
            slot = (slot + 1) % SLOTS;
        }
        self.entries[slot] = Some(second);
        None
    }
}

/// The slot where the search for a hash begins.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the low bits of a hash are as evenly spread as all of them"
)]
const fn first_slot(hash: u64, slots: usize) -> usize {
    hash as usize % slots
}

/// Puts a hash into a set. Returns false if the set has it already. Zero marks an empty slot.
const fn insert<const SLOTS: usize>(set: &mut [u64; SLOTS], hash: u64) -> bool {
    let mut slot = first_slot(hash, SLOTS);
    while set[slot] != 0 {
        if set[slot] == hash {
            return false;
        }
        slot = (slot + 1) % SLOTS;
    }
    set[slot] = hash;
    true
}

/// For each included catalog, the first code in it that is used twice: by the including catalog, by an earlier
/// included one, or within the included one if no derive has reported that.
pub const fn clashes<const SLOTS: usize, const INCLUDES: usize>(
    catalog: &'static Catalog,
) -> [Option<Clash>; INCLUDES] {
    let mut table = Table::<SLOTS>::new();
    table.register_entries(catalog, catalog);
    let mut clashes = [None; INCLUDES];
    let mut at = 0;
    while at < INCLUDES {
        clashes[at] = table.register(catalog.parts.includes[at], catalog.parts.includes[at]);
        at += 1;
    }
    clashes
}

/// Fails the compilation with an error that names the code and both entries.
#[track_caller]
pub const fn assert_unique(clash: &Option<Clash>) {
    if let Some(Clash { first, second }) = clash {
        let mut error = Message::new(
            &["code \"", first.code(), "\" is used twice: by "],
            &[
                "give one of them another code, or write `#[api(allow(duplicate_code))]` on one of them to share it",
            ],
        );
        first.push_path_to(&mut error.what);
        error.what.push(" and by ");
        second.push_path_to(&mut error.what);
        error.panic()
    }
}

/// The format of a `catalog!`, which is the format of its first type.
pub const fn first_format(types: &[&'static Catalog]) -> &'static FormatVtable {
    if types.is_empty() {
        FormatVtable::new::<Problem>()
    } else {
        types[0].parts.format
    }
}

#[cfg(test)]
mod tests;
