//! The details of an entry, and what is known of their JSON types.

use errcode_core::{EntryDoc, Member};

use super::example::Sample;
use crate::doc_comment::{self, Links};
use crate::model::BodyFormat;
use crate::model::detail::{Detail, Known};
use crate::model::json::Json;
use crate::model::rust_type;
use crate::model::schema::{Kind, Schema};

/// The detail that a public field becomes. Its schema comes from the Rust type, or else from the examples.
pub(super) fn detail(
    member: &Member,
    variant: &EntryDoc,
    samples: &[Sample],
    body_format: BodyFormat,
    links: Links<'_>,
) -> Detail {
    let rust_type = member.rust_type();
    let parsed = rust_type::parse(&rust_type);
    let values: Vec<Json> = if member.is_flattened() {
        map_entries(variant, samples)
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
    let is_unsure = rust_type::is_ambiguous(parsed.name) && values.is_empty();
    let from_type = parsed
        .schema
        .filter(|schema| !is_unsure && values.iter().all(|value| schema.admits(value)));
    let (schema, known) = match from_type {
        Some(schema) => (schema, Known::Type),
        None if values.is_empty() && member.is_flattened() => {
            (Schema::new(Kind::Object), Known::No)
        }
        None if values.is_empty() => (Schema::default(), Known::No),
        None if member.is_flattened() => (map_schema(&values), Known::Example),
        None => (Schema::from_examples(&values), Known::Example),
    };
    let has_any_name = member.is_flattened()
        && !matches!(
            body_format,
            BodyFormat::Problem | BodyFormat::ProblemWithoutCode
        );
    Detail {
        name: if has_any_name {
            "*".to_owned()
        } else {
            member.name().to_owned()
        },
        rust_type: rust_type.clone().into_owned(),
        schema,
        known,
        // Null values and empty maps are left out of the body.
        required: !parsed.optional && !member.is_flattened() && known != Known::No,
        flattened: member.is_flattened(),
        description: doc_comment::standalone(&member.docs(), links),
    }
}

/// The entries of the flattened map in each sample: all details that no other field declares.
fn map_entries(variant: &EntryDoc, samples: &[Sample]) -> Vec<Json> {
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

/// The schema of a map, inferred from the values of its entries. The names are data.
fn map_schema(maps: &[Json]) -> Schema {
    let mut values = Vec::new();
    for map in maps {
        if let Json::Object(entries) = map {
            values.extend(entries.iter().map(|(_, value)| value));
        }
    }
    if values.is_empty() {
        Schema::new(Kind::Object)
    } else {
        Schema::map(Schema::from_examples(values))
    }
}
