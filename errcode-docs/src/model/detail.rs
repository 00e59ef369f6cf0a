//! The details and headers of an entry.

use serde::{Deserialize, Serialize};

use super::schema::Schema;

/// A detail: a public value in the body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Detail {
    /// The name of the member. A flattened map in a problem has the name of its member; in other formats it has the name
    /// `*`, because its entries become details with their own names.
    pub name: String,
    /// The type of the field, as written in Rust.
    pub rust_type: String,
    /// The JSON type of the value.
    pub schema: Schema,
    /// How the schema is known.
    pub known: Known,
    /// Whether it is always present.
    pub required: bool,
    /// Whether it is a flattened map.
    #[serde(default, skip_serializing_if = "is_false")]
    pub flattened: bool,
    /// The field's doc comment, in Markdown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
}

impl Detail {
    /// Whether this stands for the entries of a flattened map, which can have any name.
    pub fn has_any_name(&self) -> bool {
        self.flattened && self.name == "*"
    }

    /// The type in words, and whether it is optional: `array of string, optional`.
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

    /// The type in words, with functions that format text and Rust types.
    pub(crate) fn type_with(&self, text: fn(&str) -> String, code: fn(&str) -> String) -> String {
        let words = match &self.schema.values {
            Some(values) if self.has_any_name() => values.words(),
            None if self.has_any_name() => "any value".to_owned(),
            _ => self.schema.words(),
        };
        let mut words = match self.known {
            Known::Type => text(&words),
            Known::Example => format!("{}, inferred from the example", text(&words)),
            Known::No => format!("unknown: {} in Rust", code(&self.rust_type)),
        };
        // If the type is unknown, it is also unknown whether the value is optional.
        if !self.required && self.known != Known::No {
            words.push_str(", optional");
        }
        words
    }
}

/// How the schema of a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
#[serde(rename_all = "snake_case")]
pub enum Known {
    /// From the Rust type.
    Type,
    /// From an example.
    Example,
    /// It is unknown: the Rust type is not from the standard library, and no example has a value.
    No,
}

/// A response header.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Header {
    /// Its name.
    pub name: String,
    /// The value, if it is fixed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The type of the field that has the value, as written in Rust.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_type: Option<String>,
    /// The type of the value.
    pub schema: Schema,
    /// Whether it is always present.
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
