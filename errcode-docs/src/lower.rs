//! From a catalog to a document: each type once, hidden variants apart, variants that are one error to the
//! client in one place.

mod errors;
mod example;
mod header;

use std::collections::HashMap;

use errcode_core::{Catalog, EntryDoc, Member, reason_phrase};

use self::errors::{Found, Variants};
use self::example::{Fns, Sample};
use self::header::{all_headers, retry, spell};
use crate::doc_comment::{self, Links, Paths, Prose};
use crate::model::json::Json;
use crate::model::rust_type;
use crate::model::schema::{Kind, Schema};
use crate::model::{Code, Detail, Document, ErrorDoc, Group, Header, Known, VERSION, Wire};

impl From<&'static Catalog> for Document {
    fn from(catalog: &'static Catalog) -> Self {
        let reached = reached(catalog);
        let (shown, hidden) = (Found::all(&reached, false), Found::all(&reached, true));
        let paths = shown.paths();
        let links = Links::new(&paths, catalog.name());
        Self {
            version: VERSION,
            title: catalog.title().to_owned(),
            introduction: if catalog.is_list() {
                doc_comment::whole(&catalog.docs(), links)
            } else {
                String::new()
            },
            groups: groups(shown, &paths),
            hidden: Some(groups(hidden, &paths)),
            after: doc_comment::whole(catalog.after(), links),
        }
    }
}

impl From<&Self> for Document {
    fn from(document: &Self) -> Self {
        document.clone()
    }
}

/// The groups, each with the format that it is answered in: that of the listed type through which
/// it is reached first.
fn reached(root: &'static Catalog) -> Vec<(&'static Catalog, Fns)> {
    let groups = root.groups();
    let mut formats: Vec<Option<Fns>> = vec![None; groups.len()];
    let tops = if root.is_list() {
        root.includes().to_vec()
    } else {
        vec![root]
    };
    // Types in functions may share a path.
    let places: HashMap<u64, usize> = groups.iter().map(|g| g.place).zip(0..).collect();
    for top in tops {
        for reached in top.groups() {
            if let Some(at) = places.get(&reached.place) {
                formats[*at].get_or_insert(top.format());
            }
        }
    }
    let known = formats.into_iter().zip(&groups);
    known
        .map(|(format, group)| (*group, format.unwrap_or_else(|| group.format())))
        .collect()
}

fn groups(found: Found, paths: &Paths) -> Vec<Group> {
    let mut anchors = found.anchors;
    let groups = found.groups.into_iter();
    groups
        .filter(|(_, _, errors)| !errors.is_empty())
        .map(|(catalog, format, errors)| {
            let mut group = group(catalog, format, errors, paths);
            // The codes come first: a heading of the same name gives way.
            group.anchor = anchors.of_heading(&group.title);
            group
        })
        .collect()
}

fn group(catalog: &'static Catalog, format: Fns, errors: Vec<Variants>, paths: &Paths) -> Group {
    let links = Links::new(paths, catalog.name());
    let mut group = Group {
        name: catalog.name().to_owned(),
        anchor: String::new(),
        title: catalog.title().to_owned(),
        introduction: doc_comment::whole(&catalog.docs(), links),
        format: format.name().to_owned(),
        content_type: format.content_type().to_owned(),
        errors: Vec::new(),
    };
    let of_type = Type {
        format,
        wire: group.wire(),
        links,
    };
    group.errors = errors
        .into_iter()
        .filter_map(|(anchor, variants)| error(&of_type, anchor, &variants))
        .collect();
    group
}

/// What the errors of a type have in common.
struct Type<'p> {
    format: Fns,
    wire: Wire,
    links: Links<'p>,
}

fn error(of_type: &Type<'_>, anchor: String, variants: &[EntryDoc]) -> Option<ErrorDoc> {
    let links = of_type.links;
    let facts = variants.first()?.entry();
    let status = facts.status();
    let code = match facts.code().as_i64() {
        Some(number) => Code::Number(number),
        None => Code::Text(facts.code().as_str().to_owned()),
    };
    let mut prose = Prose::default();
    let (mut details, mut headers, mut examples) = (Vec::new(), Vec::new(), Vec::new());
    for variant in variants {
        prose.join(&doc_comment::sections(&variant.docs(), links));
        let samples = example::samples(variant, of_type.format);
        let of_variant = variant
            .members()
            .map(|member| detail(member, variant, &samples, of_type));
        merge(&mut details, of_variant.collect(), variant, variants);
        merge(&mut headers, all_headers(variant, links), variant, variants);
        for mut sample in samples {
            spell(&mut sample.example, &headers);
            if !examples.contains(&sample.example) {
                examples.push(sample.example);
            }
        }
    }
    // It is deprecated if all of its variants are.
    let deprecated = variants.iter().all(|v| v.deprecated().is_some());
    let deprecated = variants.first().filter(|_| deprecated);
    Some(ErrorDoc {
        anchor,
        code,
        variants: variants.iter().map(|v| v.name().to_owned()).collect(),
        status: status.as_u16(),
        reason: reason_phrase(status).to_owned(),
        status_varies: variants.iter().any(EntryDoc::has_run_time_status),
        title: facts.title().to_owned(),
        type_uri: facts.type_uri().to_owned(),
        category: facts.category().map(str::to_owned),
        deprecated: deprecated
            .and_then(EntryDoc::deprecated)
            .map(|note| doc_comment::note(note, links)),
        deprecated_since: deprecated
            .and_then(EntryDoc::deprecated_since)
            .map(str::to_owned),
        summary: doc_comment::summary(&prose.description),
        description: prose.description,
        scenario: prose.scenario,
        causes: prose.causes,
        fix: prose.fix,
        retry: headers.iter().find_map(retry).unwrap_or_default(),
        example: prose.example,
        details,
        headers,
        examples,
    })
}

/// What variants of one error may have in common.
trait Part {
    fn name(&self) -> &str;
    fn weaken(&mut self);
    fn unite(&mut self, other: Self);
}

impl Part for Detail {
    fn name(&self) -> &str {
        &self.name
    }

    fn weaken(&mut self) {
        self.required = false;
    }

    fn unite(&mut self, other: Self) {
        self.required &= other.required;
        self.schema = Schema::any_of(vec![std::mem::take(&mut self.schema), other.schema]);
        if self.rust_type != other.rust_type {
            self.rust_type = format!("{} | {}", self.rust_type, other.rust_type);
        }
        if self.description.is_empty() {
            self.description = other.description;
        }
        if other.known == Known::No {
            self.known = Known::No;
        }
    }
}

impl Part for Header {
    fn name(&self) -> &str {
        &self.name
    }

    fn weaken(&mut self) {
        self.required = false;
    }

    fn unite(&mut self, other: Self) {
        self.required &= other.required;
        self.schema = Schema::any_of(vec![std::mem::take(&mut self.schema), other.schema]);
        if self.value != other.value {
            self.value = None;
        }
        if self.description.is_empty() {
            self.description = other.description;
        }
    }
}

/// Adds the parts of a variant: what not all variants have is not required.
fn merge<T: Part>(parts: &mut Vec<T>, more: Vec<T>, variant: &EntryDoc, variants: &[EntryDoc]) {
    let is_first = variants.first().map(EntryDoc::name) == Some(variant.name());
    for part in parts.iter_mut() {
        let again = |other: &T| other.name().eq_ignore_ascii_case(part.name());
        if !more.iter().any(again) {
            part.weaken();
        }
    }
    for mut part in more {
        let known = parts
            .iter_mut()
            .find(|known| known.name().eq_ignore_ascii_case(part.name()));
        match known {
            Some(known) => known.unite(part),
            None => {
                if !is_first {
                    part.weaken();
                }
                parts.push(part);
            }
        }
    }
}

fn detail(member: &Member, variant: &EntryDoc, samples: &[Sample], of_type: &Type<'_>) -> Detail {
    let named = rust_type::named(member.rust_type());
    let shown: Vec<Json> = if member.is_flattened() {
        entries(variant, samples)
    } else {
        samples
            .iter()
            .filter_map(|sample| {
                sample
                    .details
                    .iter()
                    .find(|(name, _)| name == member.name())
            })
            .map(|(_, value)| value.clone())
            .collect()
    };
    let by_name = named
        .schema
        .filter(|schema| shown.iter().all(|value| schema.admits(value)));
    let (schema, known) = match by_name {
        Some(schema) => (schema, Known::Type),
        None if shown.is_empty() && member.is_flattened() => (Schema::of(Kind::Object), Known::No),
        None if shown.is_empty() => (Schema::default(), Known::No),
        None if member.is_flattened() => (map_of(&shown), Known::Example),
        None => (Schema::of_examples(&shown), Known::Example),
    };
    let is_spread =
        member.is_flattened() && !matches!(of_type.wire, Wire::Problem | Wire::ProblemWithoutCode);
    Detail {
        name: if is_spread {
            "*".to_owned()
        } else {
            member.name().to_owned()
        },
        rust_type: member.rust_type().to_owned(),
        schema,
        known,
        // A value that is null is left out, and so is a map without entries.
        required: !named.optional && !member.is_flattened() && known != Known::No,
        flattened: member.is_flattened(),
        description: doc_comment::whole(&member.docs(), of_type.links),
    }
}

/// The entries of a variant's flattened map in each sample: the details that have no other name.
fn entries(variant: &EntryDoc, samples: &[Sample]) -> Vec<Json> {
    let declared: Vec<&str> = variant
        .members()
        .filter(|member| !member.is_flattened())
        .map(Member::name)
        .collect();
    let of_sample = |sample: &Sample| {
        let others = sample.details.iter();
        let entries = others.filter(|(name, _)| !declared.contains(&name.as_str()));
        Json::Object(entries.cloned().collect())
    };
    samples.iter().map(of_sample).collect()
}

/// A map, by the values of its entries: their names are data.
fn map_of(maps: &[Json]) -> Schema {
    let mut values = Vec::new();
    for map in maps {
        if let Json::Object(entries) = map {
            values.extend(entries.iter().map(|(_, value)| value));
        }
    }
    if values.is_empty() {
        Schema::of(Kind::Object)
    } else {
        Schema::map(Schema::of_examples(values))
    }
}
