//! Matches the errors of two catalogs: by code first, and then by other facts.

use std::collections::{HashMap, HashSet, VecDeque};
use std::hash::Hash;

use crate::model::entry::{Code, Entry};
use crate::model::{Document, Group};

/// An error with its group.
#[derive(Clone, Copy)]
pub(crate) struct Located<'a> {
    pub(crate) group: &'a Group,
    pub(crate) error: &'a Entry,
    /// The index of the group in its catalog. Hidden groups come after public ones.
    pub(crate) group_index: usize,
    /// Whether the error is hidden from the documents.
    pub(crate) is_hidden: bool,
}

/// The errors of groups, in order.
pub(crate) fn entries<'a>(
    groups: impl IntoIterator<Item = &'a Group>,
) -> impl Iterator<Item = Located<'a>> {
    let groups = groups.into_iter().enumerate();
    groups.flat_map(|(group_index, group)| {
        group.errors.iter().map(move |error| Located {
            group,
            error,
            group_index,
            is_hidden: false,
        })
    })
}

/// The public errors of a catalog in order, followed by the hidden ones.
pub(crate) fn all_entries(document: &Document) -> impl Iterator<Item = Located<'_>> {
    let shown = document.groups.len();
    entries(document.all_groups()).map(move |at| Located {
        is_hidden: at.group_index >= shown,
        ..at
    })
}

/// The errors of two catalogs, matched.
pub(crate) struct Pairs<'a> {
    /// Errors in both catalogs, in the order of the old one: the old error, the new one, and the index of the new one.
    pub(crate) kept: Vec<(Located<'a>, Located<'a>, usize)>,
    /// Errors that are only in the old catalog.
    pub(crate) removed: Vec<Located<'a>>,
    /// Errors that are only in the new catalog.
    pub(crate) added: Vec<Located<'a>>,
}

impl<'a> Pairs<'a> {
    pub(crate) fn new(old: &'a Document, new: &'a Document) -> Self {
        let mut search = Search {
            new_of: vec![None; all_entries(old).count()],
            is_taken: vec![false; all_entries(new).count()],
            old: all_entries(old).collect(),
            new: all_entries(new).collect(),
        };
        // The same code: first with the same status, `type` and group, then with fewer of them the same.
        search.pair(Repeated::InOrder, |at| {
            Some((&at.error.code, status_and_type(at), &at.group.name))
        });
        search.pair(Repeated::InOrder, |at| {
            Some((&at.error.code, status_and_type(at)))
        });
        // Errors without a code in the body are matched by status and `type`.
        let without_code = |at: Located<'a>| (!at.group.has_code()).then_some(status_and_type(at));
        search.pair(Repeated::InOrder, |at| {
            Some((without_code(at)?, &at.group.name))
        });
        search.pair(Repeated::InOrder, without_code);
        search.pair(Repeated::InOrder, |at| {
            Some((&at.error.code, &at.group.name))
        });
        search.pair(Repeated::InOrder, |at| Some(&at.error.code));
        // Another code, but the same variant or description, if only one error can match.
        let variant = |at: Located<'a>| at.error.variants.first();
        search.pair(Repeated::Never, |at| {
            Some((&at.group.name, variant(at)?, at.error.status))
        });
        search.pair(Repeated::Never, |at| Some((&at.group.name, variant(at)?)));
        search.pair(Repeated::Never, |at| {
            let text = Some(&at.error.description).filter(|text| !text.is_empty())?;
            Some((&at.group.name, text, at.error.status))
        });
        // Types that were renamed, with codes that follow the name.
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
        // A catalog that omits hidden errors may still have them.
        pairs
            .removed
            .retain(|at| !at.is_hidden || new.hidden.is_some());
        pairs
            .added
            .retain(|at| !at.is_hidden || old.hidden.is_some());
        pairs
    }
}

/// What identifies an error without a code in the body.
fn status_and_type(at: Located<'_>) -> (u16, &str) {
    (at.error.status, &at.error.type_uri)
}

/// How to treat several errors with the same key.
#[derive(Clone, Copy, PartialEq)]
enum Repeated {
    /// Match them in order.
    InOrder,
    /// Do not match them.
    Never,
}

struct Search<'a> {
    old: Vec<Located<'a>>,
    new: Vec<Located<'a>>,
    new_of: Vec<Option<usize>>,
    is_taken: Vec<bool>,
}

impl<'a> Search<'a> {
    /// Matches the remaining errors that have the same key.
    fn pair<K: Eq + Hash>(&mut self, repeated: Repeated, key: impl Fn(Located<'a>) -> Option<K>) {
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

/// An index of retired errors.
#[derive(Default)]
pub(crate) struct Retired<'a> {
    by_code: HashMap<&'a Code, Vec<Located<'a>>>,
    /// The errors whose bodies had no code but a `type`.
    by_status_and_type: HashMap<(u16, &'a str), Located<'a>>,
}

impl<'a> Retired<'a> {
    pub(crate) fn new(retired: &'a [Group]) -> Self {
        let mut index = Self::default();
        for at in entries(retired) {
            index.by_code.entry(&at.error.code).or_default().push(at);
            if !at.group.has_code() && at.error.has_type() {
                index.by_status_and_type.insert(status_and_type(at), at);
            }
        }
        index
    }

    /// The retired error with the same code as a new one; without a code in the body, the one with the same status and
    /// `type`. Of several with the code, the one with the same status and `type` wins, and otherwise the last.
    pub(crate) fn predecessor(&self, new: Located<'_>) -> Option<Located<'a>> {
        if let Some(of_code) = self.by_code.get(&new.error.code) {
            let exact = of_code
                .iter()
                .find(|at| status_and_type(**at) == status_and_type(new));
            return exact.or(of_code.last()).copied();
        }
        if new.group.has_code() {
            return None;
        }
        self.by_status_and_type.get(&status_and_type(new)).copied()
    }
}
