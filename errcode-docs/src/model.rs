//! What a catalog says, as plain data: the JSON catalog, and the input of all renderers.

pub(crate) mod detail;
pub(crate) mod entry;
mod headings;
pub(crate) mod json;
pub(crate) mod rust_type;
pub(crate) mod schema;
mod schema_of_examples;

use serde::{Deserialize, Serialize};

use entry::Entry;

/// The version of the JSON catalog. A member may be added within a version; none goes away or changes
/// its meaning.
pub const VERSION: u32 = 1;

/// A catalog as data.
///
/// It is made from a `&'static Catalog`, or read from the JSON that [`json`](crate::json()) writes. Text
/// is Markdown (CommonMark and GFM) where this is said, else plain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// [`VERSION`].
    pub version: u32,
    /// The heading.
    pub title: String,
    /// What comes before the codes, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub introduction: String,
    /// The errors, by type, as the types are listed.
    pub groups: Vec<Group>,
    /// What the public documents leave out (`#[doc(hidden)]`), by type. The lock file has it, and none of the
    /// documents; it is none where it is not told, as in the JSON that [`json`](crate::json()) writes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<Vec<Group>>,
    /// What follows the codes, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
}

impl Document {
    /// All errors but the hidden ones, in order.
    pub fn errors(&self) -> impl Iterator<Item = &Entry> {
        self.groups.iter().flat_map(|group| &group.errors)
    }

    /// The groups, and then the hidden ones.
    pub(crate) fn all_groups(&self) -> Vec<&Group> {
        self.groups
            .iter()
            .chain(self.hidden.iter().flatten())
            .collect()
    }

    /// The errors by status, ascending, with their groups.
    pub fn by_status(&self) -> Vec<(u16, Vec<(&Group, &Entry)>)> {
        let mut statuses = std::collections::BTreeMap::<u16, Vec<_>>::new();
        for group in &self.groups {
            for error in &group.errors {
                statuses
                    .entry(error.status)
                    .or_default()
                    .push((group, error));
            }
        }
        statuses.into_iter().collect()
    }
}

/// The errors of one type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// The path of the type.
    pub name: String,
    /// Where the group is on a page: unique in the document, letters, digits and `-`.
    pub anchor: String,
    /// The heading.
    pub title: String,
    /// The type's doc comment, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub introduction: String,
    /// The wire format: `problem`, `problem(code = false)`, `nested`, `flat`, or the name of one's own.
    pub format: String,
    /// The `Content-Type` of the bodies.
    pub content_type: String,
    /// The errors.
    pub errors: Vec<Entry>,
}

impl Group {
    /// The wire format.
    pub fn body_format(&self) -> BodyFormat {
        match self.format.as_str() {
            "problem" => BodyFormat::Problem,
            "problem(code = false)" => BodyFormat::ProblemWithoutCode,
            "nested" => BodyFormat::Nested,
            "flat" => BodyFormat::Flat,
            _ => BodyFormat::Custom,
        }
    }

    /// Whether a body has the code. Of a format of one's own that is not known, and taken for so.
    pub fn has_code(&self) -> bool {
        self.body_format() != BodyFormat::ProblemWithoutCode
    }
}

/// A wire format, as far as documents know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyFormat {
    /// `problem`, RFC 9457 with a member `code`.
    Problem,
    /// `problem(code = false)`, RFC 9457 and nothing else.
    ProblemWithoutCode,
    /// `nested`.
    Nested,
    /// `flat`.
    Flat,
    /// One's own: what the body looks like, only the examples tell.
    Custom,
}
