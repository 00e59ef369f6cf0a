//! Which entries a document has: variants with the same code, status and `type` are one entry. Each entry
//! gets an anchor.

use std::collections::{HashMap, HashSet};

use errcode_core::format::FormatVtable;
use errcode_core::{Catalog, EntryDoc};

use super::anchor::Anchors;
use super::example::Format;
use crate::doc_comment::{LinkTarget, LinkTargets};

/// The public or the hidden entries of a catalog, with their anchors. No page shows both kinds, so an entry
/// keeps its anchor when it becomes hidden.
pub(super) struct Entries {
    pub(super) groups: Vec<EntriesOfGroup>,
    pub(super) anchors: Anchors,
}

/// The entries of a type that have one format.
pub(super) struct EntriesOfGroup {
    pub(super) catalog: &'static Catalog,
    pub(super) format: Format,
    /// Whether it is the format of some variants, and not of the type.
    pub(super) is_of_variants: bool,
    pub(super) entries: Vec<VariantsOfEntry>,
}

/// The anchor of an entry, and its variants.
pub(super) type VariantsOfEntry = (String, Vec<EntryDoc>);

impl Entries {
    pub(super) fn new(types: &[(&'static Catalog, Format, bool)], hidden: bool) -> Self {
        let mut anchors = Anchors::default();
        let mut groups = Vec::new();
        let name = |format: Option<Format>| format.map(FormatVtable::name);
        for (catalog, format, decides) in types {
            let own = |variant: &EntryDoc| variant.own_format().filter(|_| *decides);
            let mut formats: Vec<Option<Format>> = vec![None];
            for format in catalog.entries().map(|variant| own(&variant)) {
                let is_known = |known: &Option<Format>| name(*known) == name(format);
                if !formats.iter().any(is_known) {
                    formats.push(format);
                }
            }
            for of_variants in formats {
                let is_in = |variant: &EntryDoc| name(own(variant)) == name(of_variants);
                let entries = by_wire_identity(catalog, hidden, is_in).into_iter();
                let entries = entries.filter_map(|variants| {
                    let facts = variants.first()?.entry();
                    let (code, status) = (facts.code().to_string(), facts.status().as_u16());
                    Some((anchors.for_code(&code, status), variants))
                });
                groups.push(EntriesOfGroup {
                    catalog,
                    format: of_variants.unwrap_or(format),
                    is_of_variants: of_variants.is_some(),
                    entries: entries.collect(),
                });
            }
        }
        Self { groups, anchors }
    }

    /// The entries that Rust paths in doc comments can link to.
    pub(super) fn link_targets(&self) -> LinkTargets {
        let mut targets = LinkTargets::default();
        for EntriesOfGroup {
            catalog, entries, ..
        } in &self.groups
        {
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
fn by_wire_identity(
    catalog: &'static Catalog,
    hidden: bool,
    is_in_group: impl Fn(&EntryDoc) -> bool,
) -> Vec<Vec<EntryDoc>> {
    let mut entries: Vec<Vec<EntryDoc>> = Vec::new();
    let mut index_of = HashMap::new();
    let key = |variant: &EntryDoc| {
        let facts = variant.entry();
        (facts.code(), facts.status(), facts.type_uri())
    };
    let public = catalog.entries().filter(|variant| !variant.is_hidden());
    let public: HashSet<_> = public.map(|variant| key(&variant)).collect();
    for variant in catalog
        .entries()
        .filter(|v| v.is_hidden() == hidden && is_in_group(v))
    {
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
