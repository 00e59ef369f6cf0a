//! The facts of an error that the body of its response may carry.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A fact of an error that the body of its response may carry. It serializes in kebab case, and prints in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Fact {
    /// The code.
    Code,
    /// That the code is a number: a body that writes it as text carries the code and not this.
    NumericCode,
    /// The message.
    Message,
    /// The title.
    Title,
    /// The `type`.
    Type,
    /// The category.
    Category,
    /// The values of public fields.
    Details,
    /// The entries of flattened maps, for example what is wrong with each field of a form.
    FieldErrors,
    /// That the same request may succeed later.
    Retryable,
}

impl Fact {
    /// All facts.
    pub(crate) const ALL: [Self; 9] = [
        Self::Code,
        Self::NumericCode,
        Self::Message,
        Self::Title,
        Self::Type,
        Self::Category,
        Self::Details,
        Self::FieldErrors,
        Self::Retryable,
    ];
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Code => "code",
            Self::NumericCode => "code as a number",
            Self::Message => "message",
            Self::Title => "title",
            Self::Type => "type",
            Self::Category => "category",
            Self::Details => "details",
            Self::FieldErrors => "entries of flattened maps",
            Self::Retryable => "advice to retry",
        })
    }
}
