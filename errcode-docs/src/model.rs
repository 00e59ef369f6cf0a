//! What a catalog says, as plain data: the JSON catalog, and the input of all renderers.

mod headings;
pub(crate) mod json;
pub(crate) mod rust_type;
pub(crate) mod schema;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::json::Json;
use crate::model::schema::Schema;

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
    pub fn errors(&self) -> impl Iterator<Item = &ErrorDoc> {
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
    pub fn by_status(&self) -> Vec<(u16, Vec<(&Group, &ErrorDoc)>)> {
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
    pub errors: Vec<ErrorDoc>,
}

impl Group {
    /// The wire format.
    pub fn wire(&self) -> Wire {
        match self.format.as_str() {
            "problem" => Wire::Problem,
            "problem(code = false)" => Wire::ProblemWithoutCode,
            "nested" => Wire::Nested,
            "flat" => Wire::Flat,
            _ => Wire::Own,
        }
    }

    /// Whether a body has the code. Of a format of one's own that is not known, and taken for so.
    pub fn has_code(&self) -> bool {
        self.wire() != Wire::ProblemWithoutCode
    }
}

/// A wire format, as far as documents know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wire {
    /// `problem`, RFC 9457 with a member `code`.
    Problem,
    /// `problem(code = false)`, RFC 9457 and nothing else.
    ProblemWithoutCode,
    /// `nested`.
    Nested,
    /// `flat`.
    Flat,
    /// One's own: what the body looks like, only the examples tell.
    Own,
}

/// One error: a variant, or all the variants of a type that share code, status and `type`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ErrorDoc {
    /// The code, a string or an integer as on the wire.
    pub code: Code,
    /// Where the error is on a page: the code. What a second error of the same code has, or a code
    /// with white space, differs from it.
    pub anchor: String,
    /// The names of the variants; of a struct, the type's.
    pub variants: Vec<String>,
    /// The declared status.
    pub status: u16,
    /// The reason phrase of the status.
    pub reason: String,
    /// Whether an occurrence may have another status.
    #[serde(default, skip_serializing_if = "is_false")]
    pub status_varies: bool,
    /// A short name: its own, else the reason phrase.
    pub title: String,
    /// The URI reference that names this kind of error (RFC 9457 `type`), or `about:blank`.
    #[serde(rename = "type")]
    pub type_uri: String,
    /// A coarse family beside the code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// That it is deprecated: the note, which may be empty, as it is written; rustdoc and the documents read it as
    /// Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// The version since which it is deprecated, if that is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated_since: Option<String>,
    /// The first paragraph, in Markdown, on one line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// What it means, in Markdown: the doc comment without the sections below.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// When it occurs (`# Scenario`), in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scenario: String,
    /// Why (`# Causes`), in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub causes: String,
    /// What to do (`# Fix`), in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fix: String,
    /// When to try again, where the response has a `Retry-After`, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub retry: String,
    /// What the author wrote of the examples (`# Example`), in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub example: String,
    /// The details: what a program can read beside code and message.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Detail>,
    /// The response headers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<Header>,
    /// Responses, made by what makes the service's own. None, if the response depends on fields and no
    /// example is given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}

impl ErrorDoc {
    /// Whether it has a `type` of its own.
    pub fn has_type(&self) -> bool {
        self.type_uri != "about:blank"
    }
}

/// A code as on the wire: a string or an integer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Code {
    /// A JSON number.
    Number(i64),
    /// A JSON string.
    Text(String),
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => fmt::Display::fmt(number, f),
            Self::Text(text) => fmt::Display::fmt(text, f),
        }
    }
}

impl From<&Code> for Json {
    fn from(code: &Code) -> Self {
        match code {
            Code::Number(number) => (*number).into(),
            Code::Text(text) => text.as_str().into(),
        }
    }
}

/// A value that the client may read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    /// The name on the wire. Of a flattened map in a problem: the member that it is under; in other
    /// formats its entries have names of their own.
    pub name: String,
    /// The field's type as it is written in Rust.
    pub rust_type: String,
    /// What it is on the wire.
    pub schema: Schema,
    /// How the schema is known.
    pub known: Known,
    /// Whether it is always there.
    pub required: bool,
    /// Whether it is a map whose entries stand for themselves.
    #[serde(default, skip_serializing_if = "is_false")]
    pub flattened: bool,
    /// The field's doc comment, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
}

impl Detail {
    /// Whether it is not one value: the entries of a map are details, and their names data.
    pub fn has_any_name(&self) -> bool {
        self.flattened && self.name == "*"
    }

    /// Its type in words, and that it may be missing: `array of string, optional`.
    ///
    /// ```
    /// let detail: errcode_docs::Detail = serde_json::from_str(
    ///     r#"{"name":"tags","rust_type":"Option<Vec<String>>","known":"type","required":false,
    ///     "schema":{"type":"array","items":{"type":"string"}}}"#,
    /// )?;
    /// assert_eq!(detail.type_in_words(), "array of string, optional");
    /// # Ok::<_, serde_json::Error>(())
    /// ```
    pub fn type_in_words(&self) -> String {
        self.type_with(str::to_owned, str::to_owned)
    }

    /// The same, where words and Rust types are written in a form of their own.
    pub(crate) fn type_with(&self, text: fn(&str) -> String, code: fn(&str) -> String) -> String {
        let words = match &self.schema.values {
            Some(values) if self.has_any_name() => values.words(),
            None if self.has_any_name() => "any value".to_owned(),
            _ => self.schema.words(),
        };
        let mut words = match self.known {
            Known::Type => text(&words),
            Known::Example => format!("{}, by the example", text(&words)),
            Known::No => format!("not known: {} in Rust", code(&self.rust_type)),
        };
        // Of a type that is not known it is not known either.
        if !self.required && self.known != Known::No {
            words.push_str(", optional");
        }
        words
    }
}

/// How the schema of a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// From its Rust type.
    Type,
    /// From an example.
    Example,
    /// Not at all: the Rust type is not one of the standard library's, and no example has a value.
    No,
}

/// A response header.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Its name.
    pub name: String,
    /// Its value, if it is always the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The type of the field that it comes from, as it is written in Rust.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_type: Option<String>,
    /// What it is.
    pub schema: Schema,
    /// Whether it is always there.
    pub required: bool,
    /// The field's doc comment, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
}

/// A response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// What it shows; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// The status.
    pub status: u16,
    /// The reason phrase of the status.
    pub reason: String,
    /// The headers, `Content-Type` first.
    pub headers: Vec<ExampleHeader>,
    /// The body, byte for byte.
    pub body: String,
}

impl Example {
    /// The body as JSON; none if it is something else.
    pub fn json(&self) -> Option<Json> {
        serde_json::from_str(&self.body).ok()
    }

    /// The body as it is to be read: JSON with a line for each member, all else as it stands.
    pub fn pretty_body(&self) -> String {
        self.json()
            .map_or_else(|| self.body.clone(), |json| json.pretty())
    }
}

/// A header of an example.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExampleHeader {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}
