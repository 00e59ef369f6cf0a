//! What stands beside `#[api]` and shows in the documents: doc comments and `#[deprecated]`.

use syn::{Attribute, Expr, Meta};

use crate::model::Deprecated;
use crate::parse::shape::literal_text;

/// The values of the doc comments, expressions included.
pub(super) fn docs(attributes: &[Attribute]) -> Vec<Expr> {
    let values = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(meta) if meta.path.is_ident("doc") => Some(meta.value.clone()),
            _ => None,
        });
    values.collect()
}

/// Whether there is no documentation, or only blank lines.
pub(super) fn is_undocumented(docs: &[Expr]) -> bool {
    docs.iter()
        .all(|doc| literal_text(doc).is_some_and(|text| text.trim().is_empty()))
}

/// Whether there is `#[doc(hidden)]`.
pub(super) fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(meta) if meta.path.is_ident("doc") => meta
            .tokens
            .clone()
            .into_iter()
            .any(|tree| tree.to_string() == "hidden"),
        _ => false,
    })
}

/// What `#[deprecated]` says, if it is there.
pub(super) fn deprecated(attributes: &[Attribute]) -> Option<Deprecated> {
    let attribute = attributes
        .iter()
        .find(|attribute| attribute.path().is_ident("deprecated"))?;
    let mut deprecated = Deprecated::default();
    match &attribute.meta {
        Meta::Path(_) => {}
        Meta::NameValue(meta) => deprecated.note = literal_text(&meta.value).unwrap_or_default(),
        Meta::List(list) => {
            // What is malformed in it is rustc's to report.
            let _ = list.parse_nested_meta(|meta| {
                let value: Expr = meta.value()?.parse()?;
                if meta.path.is_ident("note") {
                    deprecated.note = literal_text(&value).unwrap_or_default();
                } else if meta.path.is_ident("since") {
                    deprecated.since = literal_text(&value);
                }
                Ok(())
            });
        }
    }
    Some(deprecated)
}
