//! What documents say of an error beside what it says itself: headings, its class, its deprecation.

use crate::doc_comment;
use crate::model::entry::{Entry, Example};
use crate::plain_text::escape;

impl Entry {
    /// What it says under headings, with these: when and why it occurs, and what to do, in Markdown.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let parts = [
            ("Scenario", &self.scenario),
            ("Possible causes", &self.causes),
            ("How to fix", &self.fix),
            ("Retry", &self.retry),
        ];
        let parts = parts
            .into_iter()
            .map(|(title, text)| (title, text.as_str()));
        parts.filter(|(_, text)| !text.is_empty())
    }

    /// What is said where there is no example.
    pub const NO_EXAMPLE: &str =
        "No example is given, and the response depends on the values of the error.";

    /// What stands before an example: its caption, or that it is one of several; empty, if neither is so.
    pub fn lead_in<'a>(&self, example: &'a Example) -> &'a str {
        match example.caption.as_str() {
            "" if self.examples.len() > 1 => "Response",
            caption => caption,
        }
    }

    /// The class of the status: who has to mend it. Empty where it is none of an error.
    pub(crate) fn class(&self) -> &'static str {
        match self.status {
            400..=499 => "Client Error",
            500..=599 => "Server Error",
            _ => "",
        }
    }

    /// That it is deprecated, as a heading: `Deprecated`, `Deprecated since 1.2`.
    pub fn deprecation(&self) -> Option<String> {
        self.deprecated.as_ref()?;
        Some(match &self.deprecated_since {
            Some(since) => format!("Deprecated since {since}"),
            None => "Deprecated".to_owned(),
        })
    }

    /// The note of deprecation on one line, in Markdown, as rustdoc reads it too; empty without one.
    pub(crate) fn deprecation_note(&self) -> String {
        let note = self.deprecated.as_deref().unwrap_or_default();
        match doc_comment::summary(&doc_comment::standalone(
            note,
            doc_comment::Links::default(),
        )) {
            summary if summary.is_empty() => escape(note),
            summary => summary,
        }
    }
}
