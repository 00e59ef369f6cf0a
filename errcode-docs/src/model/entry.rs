//! One entry of a document: an error with its facts and texts.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::detail::{Detail, Header};
use super::json::Json;

/// One error: a variant, or all the variants of a type that share code, status and `type`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
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

impl Entry {
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
