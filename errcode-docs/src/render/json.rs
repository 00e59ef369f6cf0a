//! The JSON catalog and its JSON Schema.

use crate::model::Document;

/// The JSON Schema (2020-12) of the output of [`json`].
pub const SCHEMA: &str = include_str!("../../catalog.schema.json");

/// The document as pretty-printed JSON, for other tools.
///
/// The order is that of the catalog. `serde_json` reads it back as a [`Document`], and it is valid against [`SCHEMA`].
/// Like the other documents, it has no hidden errors (`#[doc(hidden)]`).
///
/// ```
/// use errcode_docs::{Document, json};
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(format = flat, status = 409, code = "SLUG_TAKEN")]
/// # /// The slug is already in use.
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let text = json(&SKILLS);
/// let document: Document = serde_json::from_str(&text)?;
/// assert_eq!(document.groups[0].errors[0].status, 409);
/// # Ok::<(), serde_json::Error>(())
/// ```
pub fn json(source: impl Into<Document>) -> String {
    let mut document = source.into();
    document.hidden = None;
    with_hidden(&document)
}

/// The document as JSON, including hidden errors.
pub(crate) fn with_hidden(document: &Document) -> String {
    // This cannot fail: all keys are strings, and the output is a string.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}
