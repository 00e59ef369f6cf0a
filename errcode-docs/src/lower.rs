//! From a catalog to the model. Each type becomes one group. Variants that clients cannot tell apart become
//! one entry. Hidden entries are kept apart from public ones.

mod anchor;
mod carried;
mod detail;
mod entries;
mod example;
mod header;
mod header_name;
mod merge;

use std::collections::BTreeSet;

use errcode_core::{Catalog, EntryDoc, reason_phrase};

use self::entries::{Entries, EntriesOfGroup};
use self::example::Format;
use self::header::{all_headers, retry_advice, spell_like_declared};
use self::merge::merge;
use crate::doc_comment::{self, LinkTargets, Links, Sections};
use crate::model::entry::{Code, Entry, Example};
use crate::model::theme::Theme;
use crate::model::{BodyFormat, Document, Group, VERSION};

impl From<&'static Catalog> for Document {
    fn from(catalog: &'static Catalog) -> Self {
        let types = catalog.types_with_formats();
        let public = Entries::new(&types, false);
        let hidden = Entries::new(&types, true);
        let targets = public.link_targets();
        let links = Links::new(&targets, catalog.name());
        Self {
            version: VERSION,
            title: catalog.title().to_owned(),
            introduction: if catalog.is_list() {
                doc_comment::standalone(&catalog.docs(), links)
            } else {
                String::new()
            },
            groups: groups(public, &targets),
            hidden: Some(groups(hidden, &targets)),
            after: doc_comment::standalone(catalog.after(), links),
            theme: Theme::DEFAULT,
        }
    }
}

impl From<&Self> for Document {
    fn from(document: &Self) -> Self {
        document.clone()
    }
}

fn groups(entries: Entries, targets: &LinkTargets) -> Vec<Group> {
    let mut anchors = entries.anchors;
    let groups = entries.groups.into_iter();
    groups
        .filter(|of_group| !of_group.entries.is_empty())
        .map(|of_group| {
            let mut group = group(of_group, targets);
            // Codes get their anchors first, so a heading of the same name gets a number.
            group.anchor = anchors.for_heading(&group.title);
            group
        })
        .collect()
}

fn group(of_group: EntriesOfGroup, targets: &LinkTargets) -> Group {
    let EntriesOfGroup {
        catalog,
        format,
        is_of_variants,
        entries,
    } = of_group;
    let links = Links::new(targets, catalog.name());
    let mut group = Group {
        name: catalog.name().to_owned(),
        anchor: String::new(),
        title: if is_of_variants {
            format!("{} ({})", catalog.title(), format.name())
        } else {
            catalog.title().to_owned()
        },
        introduction: if is_of_variants {
            String::new()
        } else {
            doc_comment::standalone(&catalog.docs(), links)
        },
        format: format.name().to_owned(),
        content_type: format.content_type().to_owned(),
        carried: carried::carried(format),
        errors: Vec::new(),
    };
    let context = GroupContext {
        format,
        body_format: group.body_format(),
        links,
    };
    group.errors = entries
        .into_iter()
        .filter_map(|(anchor, variants)| entry(&context, anchor, &variants))
        .collect();
    group
}

/// The advice on retrying where no header says when.
const RETRYABLE: &str = "The same request may succeed later. Wait a while, then send it again.";

/// What all entries of a group share.
struct GroupContext<'p> {
    format: Format,
    body_format: BodyFormat,
    links: Links<'p>,
}

fn entry(context: &GroupContext<'_>, anchor: String, variants: &[EntryDoc]) -> Option<Entry> {
    let links = context.links;
    let facts = variants.first()?.entry();
    let status = facts.status();
    let is_blank = facts.type_uri() == "about:blank";
    let code = match facts.code().as_i64() {
        Some(number) => Code::Number(number),
        None => Code::Text(facts.code().as_str().to_owned()),
    };
    let mut sections = Sections::default();
    let (mut details, mut headers, mut examples) = (Vec::new(), Vec::new(), Vec::new());
    for variant in variants {
        sections.append(&doc_comment::sections(&variant.docs(), links));
        let samples = example::samples(variant, context.format);
        let variant_details = variant
            .members()
            .map(|member| detail::detail(member, variant, &samples, context.body_format, links));
        merge(&mut details, variant_details.collect(), variant, variants);
        merge(&mut headers, all_headers(variant, links), variant, variants);
        for mut sample in samples {
            spell_like_declared(&mut sample.example, &headers);
            if !examples.contains(&sample.example) {
                examples.push(sample.example);
            }
        }
    }
    let retryable = variants.iter().all(|v| v.entry().is_retryable());
    // An entry is deprecated only if all of its variants are.
    let is_deprecated = variants.iter().all(|v| v.deprecated().is_some());
    let deprecated = variants.first().filter(|_| is_deprecated);
    Some(Entry {
        anchor,
        code,
        variants: variants.iter().map(|v| v.name().to_owned()).collect(),
        status: status.as_u16(),
        reason: reason_phrase(status).to_owned(),
        status_varies: variants.iter().any(EntryDoc::has_run_time_status),
        statuses: run_time_statuses(variants, &examples),
        title: match context.body_format {
            // A problem without a `type` has no title but this one.
            BodyFormat::Problem | BodyFormat::ProblemWithoutCode if is_blank => {
                reason_phrase(status)
            }
            _ => facts.title(),
        }
        .to_owned(),
        type_uri: facts.type_uri().to_owned(),
        retryable,
        category: facts.category().map(str::to_owned),
        deprecated: deprecated
            .and_then(EntryDoc::deprecated)
            .map(|note| doc_comment::with_links(note, links)),
        deprecated_since: deprecated
            .and_then(EntryDoc::deprecated_since)
            .map(str::to_owned),
        summary: doc_comment::summary(&sections.description),
        description: sections.description,
        scenario: sections.scenario,
        causes: sections.causes,
        fix: sections.fix,
        retry: headers
            .iter()
            .find_map(retry_advice)
            .or_else(|| retryable.then(|| RETRYABLE.to_owned()))
            .unwrap_or_default(),
        example: sections.example,
        details,
        headers,
        examples,
    })
}

/// The known statuses of an entry whose status is chosen at run time; empty if the status is fixed.
fn run_time_statuses(variants: &[EntryDoc], examples: &[Example]) -> Vec<u16> {
    let sources: Vec<&str> = variants
        .iter()
        .filter_map(EntryDoc::run_time_status_source)
        .collect();
    if sources.is_empty() {
        return Vec::new();
    }
    let declared = variants.iter().map(|v| v.entry().status().as_u16());
    let mut statuses: BTreeSet<u16> = declared.collect();
    statuses.extend(examples.iter().map(|example| example.status));
    // A function of the service's own may choose any of them, or none.
    let is_of_rejection =
        |source: &&str| *source == "Rejection::status" || source.ends_with("::Rejection::status");
    if sources.iter().any(is_of_rejection) {
        statuses.extend(errcode_rules::status::REJECTION);
    }
    statuses.into_iter().collect()
}
