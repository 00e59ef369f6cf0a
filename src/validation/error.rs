//! One error of a field.

use std::borrow::Cow;
use std::collections::BTreeMap;

use errcode_rules::text::{LIMIT, cut};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// What is wrong with a field: a code for programs, a message for people, and the parameters of the rule.
///
/// ```
/// use errcode::validation::FieldError;
///
/// let error = FieldError::new("length", "must have 3 to 40 characters").with_param("min", 3).with_param("max", 40);
/// let json = r#"{"code":"length","message":"must have 3 to 40 characters","params":{"max":40,"min":3}}"#;
/// assert_eq!(serde_json::to_string(&error)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct FieldError {
    code: Cow<'static, str>,
    message: Cow<'static, str>,
    params: BTreeMap<Cow<'static, str>, Value>,
}

impl FieldError {
    /// An error without parameters. The client reads the message, so it should not repeat the value.
    pub fn new(code: impl Into<Cow<'static, str>>, message: impl Into<Cow<'static, str>>) -> Self {
        Self {
            code: limited(code.into()),
            message: limited(message.into()),
            params: BTreeMap::new(),
        }
    }

    /// Adds a parameter of the rule, such as the minimum of a length.
    pub fn with_param(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<Value>,
    ) -> Self {
        self.params.insert(name.into(), value.into());
        self
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The message.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The parameters by name.
    pub fn params(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.params.iter().map(|(name, value)| (&**name, value))
    }
}

/// A text of at most 4 KiB.
fn limited(text: Cow<'static, str>) -> Cow<'static, str> {
    let length = cut(&text, LIMIT).len();
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[..length]),
        Cow::Owned(mut text) => {
            text.truncate(length);
            Cow::Owned(text)
        }
    }
}

impl Serialize for FieldError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_map(None)?;
        members.serialize_entry("code", &self.code)?;
        members.serialize_entry("message", &self.message)?;
        if !self.params.is_empty() {
            members.serialize_entry("params", &self.params)?;
        }
        members.end()
    }
}
