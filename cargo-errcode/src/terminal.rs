//! Output for people: reports and tables, suggestions, and Markdown as plain text.

pub(crate) mod markdown;
pub(crate) mod report;
pub(crate) mod suggestion;
