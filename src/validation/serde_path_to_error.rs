//! `serde_path_to_error`: why a value could not be deserialized, as the error of a field.
//!
//! The texts of serde repeat what the client sent: `invalid type: string "secret", expected u32`. What follows the last `expected` is
//! from the type alone.

use std::error::Error;
use std::fmt;

use serde_path_to_error::Segment;

use super::{FieldError, FieldErrors, FieldPath};

/// The beginnings of serde's texts about a value, each with its code. The text ends with what was expected.
const VALUES: [(&str, &str); 4] = [
    ("invalid type: ", "invalid_type"),
    ("invalid value: ", "invalid_value"),
    ("invalid length ", "invalid_length"),
    ("unknown variant `", "unknown_variant"),
];

/// The beginnings of serde's texts about a field, each with its code and message. The name of the field follows, which is not
/// in the path.
const FIELDS: [(&str, &str, &str); 2] = [
    ("missing field `", "missing_field", "is required"),
    ("duplicate field `", "duplicate_field", "is there twice"),
];

/// The path ends with the name of the field.
const UNKNOWN: &str = "unknown field `";

/// serde stops at the first error. Of JSON, ask `is_data` first: a syntax error is in no field. The texts of your own `Deserialize` impls may repeat values, so the client reads
/// `is not valid` in place of them.
///
/// ```
/// use errcode::validation::FieldErrors;
///
/// let json = &mut serde_json::Deserializer::from_str(r#"{"limits":["many"]}"#);
/// let read: Result<std::collections::HashMap<String, Vec<u8>>, _> = serde_path_to_error::deserialize(json);
/// let errors = FieldErrors::from(read.unwrap_err());
/// let json = r#"{"/limits/0":[{"code":"invalid_type","message":"expected u8"}]}"#;
/// assert_eq!(serde_json::to_string(&errors)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
impl<E: fmt::Display> From<serde_path_to_error::Error<E>> for FieldErrors {
    fn from(error: serde_path_to_error::Error<E>) -> Self {
        Self::from(&error)
    }
}

impl<E: fmt::Display> From<&serde_path_to_error::Error<E>> for FieldErrors {
    fn from(error: &serde_path_to_error::Error<E>) -> Self {
        let path: FieldPath = error.path().iter().map(name).collect();
        let text = error.inner().to_string();
        let mut errors = Self::new();
        if let Some((name, code, message)) = of_field(&text) {
            errors.add(path.join(name), FieldError::new(code, message));
        } else if text.starts_with(UNKNOWN) {
            errors.add(path, FieldError::new("unknown_field", "is not known"));
        } else if let Some((code, expected)) = of_value(&text) {
            errors.add(path, FieldError::new(code, format!("expected {expected}")));
        } else {
            errors.add(path, FieldError::new("invalid", "is not valid"));
        }
        errors
    }
}

fn name(segment: &Segment) -> String {
    match segment {
        Segment::Seq { index } => index.to_string(),
        Segment::Map { key } | Segment::Enum { variant: key } => key.clone(),
        Segment::Unknown => "?".to_owned(),
    }
}

/// The name of the field that a text is about, a code and a message.
fn of_field(text: &str) -> Option<(&str, &'static str, &'static str)> {
    FIELDS.iter().find_map(|(beginning, code, message)| {
        let (name, _) = text.strip_prefix(beginning)?.split_once('`')?;
        Some((name, *code, *message))
    })
}

/// A code, and what was expected.
fn of_value(text: &str) -> Option<(&'static str, &str)> {
    VALUES.iter().find_map(|(beginning, code)| {
        let (_, expected) = text.strip_prefix(beginning)?.rsplit_once(", expected ")?;
        Some((*code, without_position(expected)))
    })
}

/// A text of `serde_json` ends with the line and column.
fn without_position(text: &str) -> &str {
    text.rsplit_once(" at line ").map_or(text, |(text, _)| text)
}

/// The errors of JSON, forms and queries. A text that is no JSON has no fields.
pub(super) fn find(error: &(dyn Error + 'static)) -> Option<FieldErrors> {
    if let Some(json) = error.downcast_ref::<serde_path_to_error::Error<serde_json::Error>>() {
        return json.inner().is_data().then(|| FieldErrors::from(json));
    }
    let form = error.downcast_ref::<serde_path_to_error::Error<serde::de::value::Error>>()?;
    Some(FieldErrors::from(form))
}
