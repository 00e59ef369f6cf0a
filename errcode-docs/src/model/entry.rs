//! One entry of a document: an error with its facts and texts.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::detail::{Detail, Header};
use super::json::Json;

/// One error: a variant, or several variants of a type that have the same code, status and `type`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Entry {
    /// The code, a string or an integer as on the wire.
    pub code: Code,
    /// The anchor of the error on a page. It is the code, unless the code has white space or another error has the same
    /// code.
    pub anchor: String,
    /// The names of the variants. A struct has the name of the type.
    pub variants: Vec<String>,
    /// The declared status.
    pub status: u16,
    /// The reason phrase of the status.
    pub reason: String,
    /// Whether the status is chosen at run time, so that an occurrence may have another one.
    #[serde(default, skip_serializing_if = "is_false")]
    pub status_varies: bool,
    /// The statuses that are known for a status chosen at run time, in ascending order: the declared one, those of the
    /// examples, and those of a `Rejection`. Other statuses are possible. Empty if the status is fixed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statuses: Vec<u16>,
    /// The title, which is the reason phrase unless one was declared.
    pub title: String,
    /// The URI reference that identifies the kind of error (RFC 9457 `type`), or `about:blank`.
    #[serde(rename = "type")]
    pub type_uri: String,
    /// A coarse family beside the code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// Whether the same request may succeed later.
    #[serde(default, skip_serializing_if = "is_false")]
    pub retryable: bool,
    /// The note of the deprecation, if the error is deprecated. It may be empty. It is Markdown, as in rustdoc.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated: Option<String>,
    /// The version since which it is deprecated, if declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deprecated_since: Option<String>,
    /// The first paragraph of the description as one line of Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// The doc comment without the sections below, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The section `# Scenario`: when it occurs, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub scenario: String,
    /// The section `# Causes`: why it occurs, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub causes: String,
    /// The section `# Fix`: what a client can do, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub fix: String,
    /// Advice on when to retry, if the error is retryable or the response has a `Retry-After`, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub retry: String,
    /// The section `# Example`: a text before the examples, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub example: String,
    /// The details in the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Detail>,
    /// The response headers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headers: Vec<Header>,
    /// Example responses, rendered like the responses of the service. Empty if the response depends on fields and no
    /// example is declared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<Example>,
}

impl Entry {
    /// All statuses that are known: [`statuses`](Self::statuses), or the declared one if the status is fixed.
    pub fn known_statuses(&self) -> &[u16] {
        if self.statuses.is_empty() {
            std::slice::from_ref(&self.status)
        } else {
            &self.statuses
        }
    }

    /// Whether the `type` is another than `about:blank`.
    pub fn has_type(&self) -> bool {
        self.type_uri != "about:blank"
    }
}

/// A code: a string or an integer, as in the body.
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

/// An example response.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Example {
    /// The caption; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// The status.
    pub status: u16,
    /// The reason phrase of the status.
    pub reason: String,
    /// The headers, `Content-Type` first.
    pub headers: Vec<ExampleHeader>,
    /// The body, exactly as it is sent.
    pub body: String,
}

impl Example {
    /// The body as JSON; `None` if it is not JSON.
    pub fn json(&self) -> Option<Json> {
        serde_json::from_str(&self.body).ok()
    }

    /// The body for readers: JSON is pretty-printed, and any other body is unchanged.
    pub fn pretty_body(&self) -> String {
        self.json()
            .map_or_else(|| self.body.clone(), |json| json.pretty())
    }
}

/// A header of an example response.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
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
