//! Which entries a document has: variants with the same code, status and `type` are one entry. Each entry
//! gets an anchor.

use std::collections::{HashMap, HashSet};

use errcode_core::{Catalog, EntryDoc};

use super::anchor::Anchors;
use super::example::Format;
use crate::doc_comment::{LinkTarget, LinkTargets};

/// The public or the hidden entries of a catalog, with their anchors. No page shows both kinds, so an entry
/// keeps its anchor when it becomes hidden.
pub(super) struct Entries {
    pub(super) groups: Vec<(&'static Catalog, Format, Vec<VariantsOfEntry>)>,
    pub(super) anchors: Anchors,
}

/// The anchor of an entry, and its variants.
pub(super) type VariantsOfEntry = (String, Vec<EntryDoc>);

impl Entries {
    pub(super) fn new(types: &[(&'static Catalog, Format)], hidden: bool) -> Self {
        let mut anchors = Anchors::default();
        let group = |(catalog, format): &(&'static Catalog, Format)| {
            let entries = by_wire_identity(catalog, hidden).into_iter();
            let entries = entries.filter_map(|variants| {
                let facts = variants.first()?.entry();
                let (code, status) = (facts.code().to_string(), facts.status().as_u16());
                Some((anchors.for_code(&code, status), variants))
            });
            (*catalog, *format, entries.collect())
        };
        Self {
            groups: types.iter().map(group).collect(),
            anchors,
        }
    }

    /// The entries that Rust paths in doc comments can link to.
    pub(super) fn link_targets(&self) -> LinkTargets {
        let mut targets = LinkTargets::default();
        for (catalog, _, entries) in &self.groups {
            for (anchor, variants) in entries {
                for variant in variants {
                    let target = LinkTarget {
                        code: variant.entry().code().to_string(),
                        anchor: anchor.clone(),
                    };
                    targets.insert(catalog.name(), variant.name(), target);
                }
            }
        }
        targets
    }
}

/// The public or the hidden variants of a type, grouped by code, status and `type`.
fn by_wire_identity(catalog: &'static Catalog, hidden: bool) -> Vec<Vec<EntryDoc>> {
    let mut entries: Vec<Vec<EntryDoc>> = Vec::new();
    let mut index_of = HashMap::new();
    let key = |variant: &EntryDoc| {
        let facts = variant.entry();
        (facts.code(), facts.status(), facts.type_uri())
    };
    let public = catalog.entries().filter(|variant| !variant.is_hidden());
    let public: HashSet<_> = public.map(|variant| key(&variant)).collect();
    for variant in catalog.entries().filter(|v| v.is_hidden() == hidden) {
        // Clients cannot tell this hidden variant from a public one.
        if hidden && public.contains(&key(&variant)) {
            continue;
        }
        let index = *index_of.entry(key(&variant)).or_insert(entries.len());
        match entries.get_mut(index) {
            Some(variants) => variants.push(variant),
            None => entries.push(vec![variant]),
        }
    }
    entries
}
