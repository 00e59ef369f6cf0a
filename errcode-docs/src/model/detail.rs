//! The details and headers of an entry.

use serde::{Deserialize, Serialize};

use super::schema::Schema;

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

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}
