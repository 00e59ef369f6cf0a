//! The JSON catalog, and its JSON Schema.

use crate::model::Document;

/// The JSON Schema (2020-12) of what [`json`] writes.
pub const SCHEMA: &str = include_str!("../../catalog.schema.json");

/// The document as JSON, with a line for each member: the input of other tools.
///
/// The order is that of the catalog. It is read back with `serde_json` as a [`Document`], and is valid
/// against [`SCHEMA`]. It has what the other documents have: no errors that are hidden (`#[doc(hidden)]`).
pub fn json(source: impl Into<Document>) -> String {
    let mut document = source.into();
    document.hidden = None;
    with_hidden(&document)
}

/// The document as JSON, what the public documents leave out included.
pub(crate) fn with_hidden(document: &Document) -> String {
    // Strings as keys, and a writer that can't fail: there is no error.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}
