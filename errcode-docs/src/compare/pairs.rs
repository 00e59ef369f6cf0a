//! Which error of the old catalog is which of the new one: by code, then by what else tells.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

use crate::model::entry::{Code, Entry};
use crate::model::{Document, Group};

/// An error and the group it is in.
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    pub(crate) group: &'a Group,
    pub(crate) error: &'a Entry,
    /// The place of the group in its catalog, the hidden groups behind the others.
    pub(crate) home: usize,
    /// Whether the documents leave it out.
    pub(crate) is_hidden: bool,
}

/// The errors of groups, in order.
pub(crate) fn errors<'a>(
    groups: impl IntoIterator<Item = &'a Group>,
) -> impl Iterator<Item = At<'a>> {
    let groups = groups.into_iter().enumerate();
    groups.flat_map(|(home, group)| {
        group.errors.iter().map(move |error| At {
            group,
            error,
            home,
            is_hidden: false,
        })
    })
}

/// The errors of a catalog, in order, and then the hidden ones.
pub(crate) fn all_errors(document: &Document) -> impl Iterator<Item = At<'_>> {
    let shown = document.groups.len();
    errors(document.all_groups()).map(move |at| At {
        is_hidden: at.home >= shown,
        ..at
    })
}

/// Two catalogs, error by error.
pub(crate) struct Pairs<'a> {
    /// Errors that are in both: their places in the new catalog, in the order of the old one.
    pub(crate) kept: Vec<(At<'a>, At<'a>, usize)>,
    /// Errors of the old catalog alone.
    pub(crate) removed: Vec<At<'a>>,
    /// Errors of the new catalog alone.
    pub(crate) added: Vec<At<'a>>,
}

impl<'a> Pairs<'a> {
    pub(crate) fn of(old: &'a Document, new: &'a Document) -> Self {
        let mut search = Search {
            new_of: vec![None; all_errors(old).count()],
            is_taken: vec![false; all_errors(new).count()],
            old: all_errors(old).collect(),
            new: all_errors(new).collect(),
        };
        // The same code, from the same in all to what changed its type, status and group.
        search.pair(Repeated::InOrder, |at| {
            Some((&at.error.code, wire(at), &at.group.name))
        });
        search.pair(Repeated::InOrder, |at| Some((&at.error.code, wire(at))));
        // A body without a code is known by status and type.
        let without_code = |at: At<'a>| (!at.group.has_code()).then_some(wire(at));
        search.pair(Repeated::InOrder, |at| {
            Some((without_code(at)?, &at.group.name))
        });
        search.pair(Repeated::InOrder, without_code);
        search.pair(Repeated::InOrder, |at| {
            Some((&at.error.code, &at.group.name))
        });
        search.pair(Repeated::InOrder, |at| Some(&at.error.code));
        // Another code, where one error alone can be meant: the same variant, or the same text.
        let variant = |at: At<'a>| at.error.variants.first();
        search.pair(Repeated::Never, |at| {
            Some((&at.group.name, variant(at)?, at.error.status))
        });
        search.pair(Repeated::Never, |at| Some((&at.group.name, variant(at)?)));
        search.pair(Repeated::Never, |at| {
            let text = Some(&at.error.description).filter(|text| !text.is_empty())?;
            Some((&at.group.name, text, at.error.status))
        });
        // A type that has another name, and codes that come from it.
        let names = |document: &'a Document| -> HashSet<&'a str> {
            let groups = document.all_groups().into_iter();
            groups.map(|group| group.name.as_str()).collect()
        };
        let (before, after) = (names(old), names(new));
        search.pair(Repeated::Never, |at| {
            let name = at.group.name.as_str();
            if before.contains(name) && after.contains(name) {
                return None;
            }
            Some((variant(at)?, at.error.status))
        });
        let mut pairs = search.finish();
        // Where a catalog does not tell of what is hidden, such an error may be in it.
        pairs
            .removed
            .retain(|at| !at.is_hidden || new.hidden.is_some());
        pairs
            .added
            .retain(|at| !at.is_hidden || old.hidden.is_some());
        pairs
    }
}

/// What a body without a code tells of its error.
fn wire(at: At<'_>) -> (u16, &str) {
    (at.error.status, &at.error.type_uri)
}

/// What happens to errors whose key others have, too.
#[derive(Clone, Copy, PartialEq)]
enum Repeated {
    /// The first goes with the first.
    InOrder,
    /// They are left alone.
    Never,
}

struct Search<'a> {
    old: Vec<At<'a>>,
    new: Vec<At<'a>>,
    new_of: Vec<Option<usize>>,
    is_taken: Vec<bool>,
}

impl<'a> Search<'a> {
    /// Pairs what is left and has the same key.
    fn pair<K: Eq + Hash>(&mut self, repeated: Repeated, key: impl Fn(At<'a>) -> Option<K>) {
        let mut open: HashMap<K, (VecDeque<usize>, VecDeque<usize>)> = HashMap::new();
        for (place, at) in self.old.iter().enumerate() {
            if self.new_of[place].is_none()
                && let Some(key) = key(*at)
            {
                open.entry(key).or_default().0.push_back(place);
            }
        }
        for (place, at) in self.new.iter().enumerate() {
            if !self.is_taken[place]
                && let Some(key) = key(*at)
                && let Some((_, new)) = open.get_mut(&key)
            {
                new.push_back(place);
            }
        }
        for (old, new) in open.into_values() {
            if repeated == Repeated::InOrder || (old.len() == 1 && new.len() == 1) {
                for (old, new) in old.into_iter().zip(new) {
                    self.new_of[old] = Some(new);
                    self.is_taken[new] = true;
                }
            }
        }
    }

    fn finish(self) -> Pairs<'a> {
        let (mut kept, mut removed) = (Vec::new(), Vec::new());
        for (old, new) in self.old.into_iter().zip(self.new_of) {
            match new {
                Some(new) => kept.push((old, self.new[new], new)),
                None => removed.push(old),
            }
        }
        let new = self.new.into_iter().zip(self.is_taken);
        let added = new.filter(|(_, is_taken)| !is_taken).map(|(at, _)| at);
        Pairs {
            kept,
            removed,
            added: added.collect(),
        }
    }
}

/// Retired errors, by what they are found by.
#[derive(Default)]
pub(crate) struct Past<'a> {
    by_code: HashMap<&'a Code, Vec<At<'a>>>,
    /// Those whose bodies had no code, but a `type` of their own.
    by_wire: HashMap<(u16, &'a str), At<'a>>,
}

impl<'a> Past<'a> {
    pub(crate) fn of(retired: &'a [Group]) -> Self {
        let mut past = Self::default();
        for at in errors(retired) {
            past.by_code.entry(&at.error.code).or_default().push(at);
            if !at.group.has_code() && at.error.has_type() {
                past.by_wire.insert(wire(at), at);
            }
        }
        past
    }

    /// The error that a new one brings back: the same code, or, without a code in the body, the same
    /// status and `type`. Of several it is the one with the same status and `type`, else the last.
    pub(crate) fn predecessor(&self, new: At<'_>) -> Option<At<'a>> {
        if let Some(of_code) = self.by_code.get(&new.error.code) {
            let exact = of_code.iter().find(|at| wire(**at) == wire(new));
            return exact.or(of_code.last()).copied();
        }
        if new.group.has_code() {
            return None;
        }
        self.by_wire.get(&wire(new)).copied()
    }
}
