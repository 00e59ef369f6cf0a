//! The fields of an error in its log event: one JSON object.

use std::fmt::Write as _;

use errcode_rules::text::{LIMIT, is_invisible};

use crate::message::caught;
use crate::{ApiError, DetailMap, Details, log};

/// The public and the logged fields of an error.
#[derive(Default)]
pub(super) struct Fields {
    /// A JSON object of at most 4 KiB, if there are any.
    pub(super) json: Option<String>,
    /// The names of those that do not fit.
    pub(super) left_out: Option<String>,
}

impl Fields {
    pub(super) fn of(error: &dyn ApiError) -> Self {
        let mut map = DetailMap::default();
        let mut details = Details::for_map(&mut map, error.entry().code()).quiet();
        // A panic of a user's `Serialize` costs the fields alone.
        let written = caught(|| {
            error.details(&mut details);
            error.log_fields(&mut details);
            details.finish()
        });
        match written {
            Some(Ok(())) => Self::fitting(&map),
            Some(Err(_)) | None => Self {
                json: None,
                left_out: Some("<the fields failed>".to_owned()),
            },
        }
    }

    /// The fields that fit into the limit. A field is there as a whole or not at all, so that the rest is JSON.
    fn fitting(map: &DetailMap) -> Self {
        let (mut json, mut left_out) = (String::from("{"), String::new());
        for (name, value) in map.iter() {
            let before = json.len();
            if before > 1 {
                json.push(',');
            }
            // Escapes make it only longer.
            if value.get().len() < LIMIT {
                escape(&serde_json::Value::from(name).to_string(), &mut json);
                json.push(':');
                escape(value.get(), &mut json);
            }
            if value.get().len() >= LIMIT || json.len() >= LIMIT {
                json.truncate(before);
                if left_out.len() < LIMIT {
                    let separator = if left_out.is_empty() { "" } else { ", " };
                    let _ = write!(left_out, "{separator}{name}");
                }
            }
        }
        json.push('}');
        Self {
            json: Some(json).filter(|json| json != "{}"),
            left_out: Some(left_out)
                .filter(|names| !names.is_empty())
                .map(|names| log::text(&names)),
        }
    }
}

/// Adds JSON as one line, in which every character can be seen.
fn escape(json: &str, out: &mut String) {
    for character in json.chars() {
        if character.is_ascii_control() && character != '\u{7f}' {
            // White space between values: strings have these only as escapes.
            out.push(' ');
        } else if character.is_control() || is_invisible(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(character);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::value::RawValue;

    use super::*;

    fn fitting(json: &[(&str, String)]) -> (Option<String>, Option<String>) {
        let mut map = DetailMap::default();
        let mut details = Details::for_map(&mut map, crate::Code::new("A"));
        for (name, json) in json {
            let value = RawValue::from_string(json.clone()).unwrap();
            details.member(name, &value);
        }
        details.finish().unwrap();
        let fields = Fields::fitting(&map);
        (fields.json, fields.left_out)
    }

    #[test]
    fn fields_are_json_of_one_line_whatever_is_in_them() {
        let odd = "{ \"a\":\n\t\"\u{202e}\u{9b}\u{7f}\u{e0041}é\\n\" }".to_owned();
        let (json, left_out) = fitting(&[("odd", odd.clone())]);
        let json = json.unwrap();
        assert!(
            json.contains(r#""\u202e\u009b\u007f\udb40\udc41é\n""#),
            "{json}"
        );
        assert!(json.chars().all(|letter| !letter.is_control()));
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        let value: serde_json::Value = serde_json::from_str(&odd).unwrap();
        assert_eq!(read["odd"], value);
        assert_eq!(left_out, None);
        assert_eq!(fitting(&[]), (None, None));
    }

    #[test]
    fn a_field_that_does_not_fit_is_left_out_as_a_whole() {
        let text = |len: usize| format!("{:?}", "x".repeat(len));
        let fields = [
            ("small", text(10)),
            ("huge", text(LIMIT)),
            ("large", text(LIMIT - 20)),
            ("last", "7".to_owned()),
            ("long", text(100)),
        ];
        let (json, left_out) = fitting(&fields);
        let json = json.unwrap();
        assert!(json.len() <= LIMIT, "{}", json.len());
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(read["small"], "x".repeat(10));
        assert_eq!(left_out.as_deref(), Some("huge, large"));
        assert_eq!(read["last"], 7);
        assert_eq!(read["long"], "x".repeat(100));
        let (json, left_out) = fitting(&fields[1..2]);
        assert_eq!((json, left_out.as_deref()), (None, Some("huge")));
    }
}
