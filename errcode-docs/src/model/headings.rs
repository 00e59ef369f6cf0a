//! Fixed phrases that documents add to an entry: headings, the class of the status, the deprecation.

use crate::doc_comment;
use crate::model::entry::{Entry, Example};
use crate::plain_text::escape;

impl Entry {
    /// The sections with their headings: scenario, causes, fix and retry, in Markdown. Empty sections are left out.
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

    /// The text where there is no example.
    pub const NO_EXAMPLE: &str =
        "No example is available, because the response depends on the values of the error.";

    /// The text before an example: its caption, or "Response" if there are several; otherwise empty.
    pub fn lead_in<'a>(&self, example: &'a Example) -> &'a str {
        match example.caption.as_str() {
            "" if self.examples.len() > 1 => "Response",
            caption => caption,
        }
    }

    /// The other statuses, if the status is chosen at run time: `or 404 or another status, chosen at run time`.
    pub fn other_statuses(&self) -> Option<String> {
        let others = self.known_statuses().iter().filter(|s| **s != self.status);
        let others: Vec<String> = others.map(u16::to_string).collect();
        let known = match others.as_slice() {
            [] => String::new(),
            others => format!("or {} ", others.join(", ")),
        };
        self.status_varies
            .then(|| format!("{known}or another status, chosen at run time"))
    }

    /// The class of the status. Empty if it is not the status of an error.
    pub(crate) fn class(&self) -> &'static str {
        match self.status {
            400..=499 => "Client Error",
            500..=599 => "Server Error",
            _ => "",
        }
    }

    /// The heading of the deprecation: `Deprecated`, or `Deprecated since 1.2`.
    pub fn deprecation(&self) -> Option<String> {
        self.deprecated.as_ref()?;
        Some(match &self.deprecated_since {
            Some(since) => format!("Deprecated since {since}"),
            None => "Deprecated".to_owned(),
        })
    }

    /// The note of the deprecation as one line of Markdown; empty without a note.
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
