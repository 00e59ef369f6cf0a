//! What people read on a terminal: reports, tables, and Markdown as plain text.

pub(crate) mod markdown;
pub(crate) mod report;
pub(crate) mod suggestion;
