//! One code, one meaning: const evaluation over the hashes that the derive emits.
//!
//! A catalog and all it includes go into one open-addressed table, so that the cost is linear in
//! the number of codes. Strings are read only where two hashes are equal.

use errcode_rules::hash::{extend, fnv1a};
use errcode_rules::message::Message;
use errcode_rules::text::{Text, ends_with, same};

use crate::Catalog;
use crate::catalog::Origin;
use crate::format::{FormatVtable, Problem};

/// What tells a type or a static from others: its path, and where in the file it is made, as types
/// inside of functions have one path.
pub const fn place(name: &str, line: u32, column: u32) -> u64 {
    let line = extend(fnv1a(name), &line.to_le_bytes());
    extend(line, &column.to_le_bytes())
}

/// What tells a catalog from others: its place, and all it includes. Two instances of a generic type
/// share the first and differ in the second.
pub const fn key(place: u64, includes: &[&Catalog]) -> u64 {
    let mut key = place;
    let mut at = 0;
    while at < includes.len() {
        key = extend(key, &includes[at].key.to_le_bytes());
        at += 1;
    }
    key
}

/// How large the tables for a catalog are: a power of two, at most half full.
pub const fn slots(catalog: &Catalog) -> usize {
    (2 * size(catalog) + 2).next_power_of_two()
}

/// The catalogs and entries below a catalog, itself included.
const fn size(catalog: &Catalog) -> usize {
    let mut found = catalog.documents.len() + 1;
    let mut at = 0;
    while at < catalog.includes.len() {
        found += size(catalog.includes[at]);
        at += 1;
    }
    found
}

/// A place in a catalog.
#[derive(Clone, Copy, Debug)]
struct Place {
    catalog: &'static Catalog,
    entry: usize,
}

impl Place {
    const fn hash(self) -> u64 {
        self.catalog.documents.hashes[self.entry]
    }

    const fn code(self) -> &'static str {
        self.catalog.documents.entry(self.entry).code().as_str()
    }

    const fn name(self) -> &'static str {
        self.catalog.documents.names[self.entry]
    }

    const fn is_shared(self) -> bool {
        self.catalog.documents.is_shared(self.entry)
    }

    /// The path of the variant; that of the type alone for a struct.
    const fn push_to(self, text: &mut Text) {
        text.push(self.catalog.name);
        if !ends_with(self.catalog.name, self.name()) {
            text.push("::");
            text.push(self.name());
        }
    }
}

/// Two places that use one code.
#[derive(Clone, Copy, Debug)]
pub struct Clash {
    first: Place,
    second: Place,
}

impl Clash {
    /// Whether it is reported where a type is derived that has both codes or includes them, and no parameters.
    const fn is_told(&self, below: &Catalog) -> bool {
        let (first, second) = (self.first.catalog.place, self.second.catalog.place);
        if matches!(below.origin, Origin::Type) && reaches(below, first) && reaches(below, second) {
            return true;
        }
        let mut at = 0;
        while at < below.includes.len() {
            if self.is_told(below.includes[at]) {
                return true;
            }
            at += 1;
        }
        false
    }
}

/// Whether a place is that of a catalog or of one it includes.
const fn reaches(catalog: &Catalog, place: u64) -> bool {
    if catalog.place == place {
        return true;
    }
    let mut at = 0;
    while at < catalog.includes.len() {
        if reaches(catalog.includes[at], place) {
            return true;
        }
        at += 1;
    }
    false
}

struct Table<const SLOTS: usize> {
    entries: [Option<Place>; SLOTS],
    places: [u64; SLOTS],
    keys: [u64; SLOTS],
}

impl<const SLOTS: usize> Table<SLOTS> {
    const fn new() -> Self {
        Self {
            entries: [None; SLOTS],
            places: [0; SLOTS],
            keys: [0; SLOTS],
        }
    }

    /// Takes in a catalog and all it includes; gives the first clash that is not told `below` already.
    const fn take(&mut self, catalog: &'static Catalog, below: &Catalog) -> Option<Clash> {
        if !insert(&mut self.keys, catalog.key) {
            return None;
        }
        let mut clash = self.take_own(catalog, below);
        let mut at = 0;
        while at < catalog.includes.len() {
            let inner = self.take(catalog.includes[at], below);
            if clash.is_none() {
                clash = inner;
            }
            at += 1;
        }
        clash
    }

    const fn take_own(&mut self, catalog: &'static Catalog, below: &Catalog) -> Option<Clash> {
        if !insert(&mut self.places, catalog.place) {
            return None;
        }
        let mut clash = None;
        let mut entry = 0;
        while entry < catalog.documents.len() {
            if let Some(found) = self.take_entry(Place { catalog, entry })
                && clash.is_none()
                && !found.is_told(below)
            {
                clash = Some(found);
            }
            entry += 1;
        }
        clash
    }

    const fn take_entry(&mut self, second: Place) -> Option<Clash> {
        let wanted = second.hash();
        let mut slot = at_most(wanted, SLOTS);
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
    reason = "the low bits are as good as all of them"
)]
const fn at_most(hash: u64, slots: usize) -> usize {
    hash as usize % slots
}

/// Puts a hash into a set; false if it is there already. Zero marks an empty slot.
const fn insert<const SLOTS: usize>(set: &mut [u64; SLOTS], hash: u64) -> bool {
    let mut slot = at_most(hash, SLOTS);
    while set[slot] != 0 {
        if set[slot] == hash {
            return false;
        }
        slot = (slot + 1) % SLOTS;
    }
    set[slot] = hash;
    true
}

/// For each included catalog, the first code in it that the catalog itself or an earlier one uses, or that its
/// types use twice without having been asked.
pub const fn clashes<const SLOTS: usize, const INCLUDES: usize>(
    catalog: &'static Catalog,
) -> [Option<Clash>; INCLUDES] {
    let mut table = Table::<SLOTS>::new();
    table.take_own(catalog, catalog);
    let mut clashes = [None; INCLUDES];
    let mut at = 0;
    while at < INCLUDES {
        clashes[at] = table.take(catalog.includes[at], catalog.includes[at]);
        at += 1;
    }
    clashes
}

/// Fails the compilation with the code and both its users.
#[track_caller]
pub const fn assert_unique(clash: &Option<Clash>) {
    if let Some(Clash { first, second }) = clash {
        let mut error = Message::new(
            &["code \"", first.code(), "\" is used twice: by "],
            &[
                "give one of them another code, or say on one of them that they share it: `#[api(allow(duplicate_code))]`",
            ],
        );
        first.push_to(&mut error.what);
        error.what.push(" and by ");
        second.push_to(&mut error.what);
        error.panic()
    }
}

/// The format of a `catalog!`: that of its first type.
pub const fn first_format(types: &[&'static Catalog]) -> &'static FormatVtable {
    if types.is_empty() {
        FormatVtable::new::<Problem>()
    } else {
        types[0].format
    }
}

#[cfg(test)]
mod tests;
