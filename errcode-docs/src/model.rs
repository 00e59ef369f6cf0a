//! The model: a catalog as plain data. It is the input of all renderers, and serializes as the JSON catalog.

pub(crate) mod detail;
pub(crate) mod entry;
pub(crate) mod fact;
mod headings;
pub(crate) mod json;
pub(crate) mod rust_type;
pub(crate) mod schema;
mod schema_of_examples;
pub(crate) mod theme;

use serde::{Deserialize, Serialize};

use entry::Entry;
use fact::Fact;
use theme::Theme;

/// The version of the JSON catalog. Within a version, members may be added, but no member is removed or changes its
/// meaning.
pub const VERSION: u32 = 1;

/// A catalog as data.
///
/// Convert a `&'static Catalog` into it, or read it from the JSON that [`json`](crate::json()) writes. Text is plain,
/// unless a field says that it is Markdown (CommonMark and GFM).
///
/// ```
/// use errcode_docs::Document;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(format = flat, status = 409, code = "SLUG_TAKEN")]
/// # /// The slug is already in use.
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let document = Document::from(&SKILLS);
/// assert_eq!(document.title, "Skills API");
/// for error in document.errors() {
///     assert_eq!(format!("{} {}: {}", error.status, error.code, error.summary), "409 SLUG_TAKEN: The slug is already in use.");
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Document {
    /// [`VERSION`].
    pub version: u32,
    /// The title of the catalog.
    pub title: String,
    /// The text before the codes, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub introduction: String,
    /// The public errors, one group for each type, in the order in which the types are listed.
    pub groups: Vec<Group>,
    /// The hidden errors (`#[doc(hidden)]`), one group for each type. `None` if the source omits them: the JSON that
    /// [`json`](crate::json()) writes omits them, the lock file includes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hidden: Option<Vec<Group>>,
    /// The text after the codes, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// The colours of HTML pages. No other form has them.
    #[serde(skip)]
    pub theme: Theme,
}

impl Document {
    /// The same with other colours of its HTML pages.
    pub fn with_theme(mut self, theme: Theme) -> Self {
        self.theme = theme;
        self
    }

    /// The public errors, in order.
    pub fn errors(&self) -> impl Iterator<Item = &Entry> {
        self.groups.iter().flat_map(|group| &group.errors)
    }

    /// The public groups, followed by the hidden ones.
    pub(crate) fn all_groups(&self) -> Vec<&Group> {
        self.groups
            .iter()
            .chain(self.hidden.iter().flatten())
            .collect()
    }

    /// The public errors by ascending status, with their groups. An error whose status is chosen at run time is listed
    /// under each status that is known.
    pub fn by_status(&self) -> Vec<(u16, Vec<(&Group, &Entry)>)> {
        let mut statuses = std::collections::BTreeMap::<u16, Vec<_>>::new();
        for group in &self.groups {
            for error in &group.errors {
                for status in error.known_statuses() {
                    statuses.entry(*status).or_default().push((group, error));
                }
            }
        }
        statuses.into_iter().collect()
    }
}

/// The errors of one type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Group {
    /// The path of the Rust type.
    pub name: String,
    /// The anchor of the group on a page. It is unique in the document and has letters, digits and `-`.
    pub anchor: String,
    /// The heading.
    pub title: String,
    /// The type's doc comment, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub introduction: String,
    /// The format of the bodies: `problem`, `problem(code = false)`, `nested`, `flat`, or the name of a custom format.
    pub format: String,
    /// The `Content-Type` of the bodies.
    pub content_type: String,
    /// The facts that the bodies carry. `None` if that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried: Option<Vec<Fact>>,
    /// The errors.
    pub errors: Vec<Entry>,
}

impl Group {
    /// The format of the bodies, as far as documents know it. If the client chooses among several, it is the first, which a
    /// client without `Accept` gets.
    pub fn body_format(&self) -> BodyFormat {
        let format = self.format.strip_prefix("negotiated(");
        let first = format.and_then(|formats| formats.split(", ").next());
        match first.unwrap_or(&self.format) {
            "problem" => BodyFormat::Problem,
            "problem(code = false)" => BodyFormat::ProblemWithoutCode,
            "nested" => BodyFormat::Nested,
            "flat" => BodyFormat::Flat,
            _ => BodyFormat::Custom,
        }
    }

    /// Whether the bodies have a code. For a custom format this is unknown and assumed to be true.
    pub fn has_code(&self) -> bool {
        self.body_format() != BodyFormat::ProblemWithoutCode
    }
}

/// A format of bodies, as far as documents know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyFormat {
    /// `problem`, RFC 9457 with a member `code`.
    Problem,
    /// `problem(code = false)`, RFC 9457 without a member `code`.
    ProblemWithoutCode,
    /// `nested`.
    Nested,
    /// `flat`.
    Flat,
    /// A custom format. Only examples show what its bodies look like.
    Custom,
}
