//! Which errors a document has: hidden variants apart, variants that are one error to the client in one place,
//! each error with its anchor.

use std::collections::{HashMap, HashSet};

use errcode_core::{Catalog, EntryDoc};

use crate::doc_comment::{Paths, Target};
use crate::lower::example::Fns;
use crate::name::Anchors;

/// The errors that the documents show, or those that they hide, with their anchors. No page has both, so that
/// an error keeps its anchor when it is hidden.
pub(super) struct Found {
    pub(super) groups: Vec<(&'static Catalog, Fns, Vec<Variants>)>,
    pub(super) anchors: Anchors,
}

/// The variants that are one error, and its anchor.
pub(super) type Variants = (String, Vec<EntryDoc>);

impl Found {
    pub(super) fn all(reached: &[(&'static Catalog, Fns)], hidden: bool) -> Self {
        let mut anchors = Anchors::default();
        let of_group = |(catalog, format): &(&'static Catalog, Fns)| {
            let errors = errors(catalog, hidden).into_iter();
            let errors = errors.filter_map(|variants| {
                let facts = variants.first()?.entry();
                let (code, status) = (facts.code().to_string(), facts.status().as_u16());
                Some((anchors.of_code(&code, status), variants))
            });
            (*catalog, *format, errors.collect())
        };
        Self {
            groups: reached.iter().map(of_group).collect(),
            anchors,
        }
    }

    /// What paths in doc comments may name.
    pub(super) fn paths(&self) -> Paths {
        let mut paths = Paths::default();
        for (catalog, _, errors) in &self.groups {
            for (anchor, variants) in errors {
                for variant in variants {
                    let target = Target {
                        code: variant.entry().code().to_string(),
                        anchor: anchor.clone(),
                    };
                    paths.insert(catalog.name(), variant.name(), target);
                }
            }
        }
        paths
    }
}

/// The errors of a type: variants of one code, status and `type` are one.
fn errors(catalog: &'static Catalog, hidden: bool) -> Vec<Vec<EntryDoc>> {
    let mut errors: Vec<Vec<EntryDoc>> = Vec::new();
    let mut known = HashMap::new();
    let key = |entry: &EntryDoc| {
        let facts = entry.entry();
        (facts.code(), facts.status(), facts.type_uri())
    };
    let shown = catalog.entries().filter(|entry| !entry.is_hidden());
    let shown: HashSet<_> = shown.map(|entry| key(&entry)).collect();
    for entry in catalog
        .entries()
        .filter(|entry| entry.is_hidden() == hidden)
    {
        // To callers this is an error that is shown.
        if hidden && shown.contains(&key(&entry)) {
            continue;
        }
        let at = *known.entry(key(&entry)).or_insert(errors.len());
        match errors.get_mut(at) {
            Some(variants) => variants.push(entry),
            None => errors.push(vec![entry]),
        }
    }
    errors
}
