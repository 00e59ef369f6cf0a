//! Replaces ranges of a text.

use std::ops::Range;

/// A list of replacements in a text.
pub(crate) struct Edits<'a> {
    source: &'a str,
    list: Vec<(Range<usize>, String)>,
}

impl<'a> Edits<'a> {
    pub(crate) fn new(source: &'a str) -> Self {
        Self {
            source,
            list: Vec::new(),
        }
    }

    /// Replaces a range. Ranges must be given in order.
    pub(crate) fn replace(&mut self, range: Range<usize>, by: impl Into<String>) {
        self.list.push((range, by.into()));
    }

    /// The text with all replacements made.
    pub(crate) fn apply(self) -> String {
        let (mut text, mut at) = (String::new(), 0);
        for (range, by) in self.list {
            text.push_str(&self.source[at..range.start]);
            text.push_str(&by);
            at = range.end;
        }
        text.push_str(&self.source[at..]);
        text
    }
}
