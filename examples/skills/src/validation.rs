//! Collects the invalid fields of a request.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::errors::ProfileError;

/// The invalid fields of a request, each with a message.
#[derive(Debug, Default, Serialize)]
#[serde(transparent)]
pub struct FieldErrors(BTreeMap<&'static str, Cow<'static, str>>);

impl FieldErrors {
    /// One invalid field and its message.
    pub fn of(field: &'static str, problem: impl Into<Cow<'static, str>>) -> Self {
        Self(BTreeMap::from([(field, problem.into())]))
    }

    /// Adds a field if its check failed.
    pub fn unless(mut self, well: bool, field: &'static str, problem: &'static str) -> Self {
        if !well {
            self.0.insert(field, problem.into());
        }
        self
    }

    /// Returns the error if there are invalid fields.
    ///
    /// # Errors
    ///
    /// `VALIDATION_ERROR` with all fields.
    pub fn check(self) -> Result<(), ProfileError> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(ProfileError::Validation { fields: self })
        }
    }
}

impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (field, problem)) in self.0.iter().enumerate() {
            let separator = if at == 0 { "" } else { "; " };
            write!(f, "{separator}{field}: {problem}")?;
        }
        Ok(())
    }
}

/// Whether a text needs no encoding in a path. Slugs and usernames consist of such text.
pub fn is_slug(text: &str) -> bool {
    let fit = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (3..=40).contains(&text.len()) && text.bytes().all(fit)
}

/// The rule of [`is_slug`] for messages.
pub const SLUG_RULE: &str = "must be 3 to 40 lowercase letters, digits or hyphens";
