//! The top-level blocks of a text, and trimming of blank lines.

use std::ops::Range;

use pulldown_cmark::Event;

use super::read::Item;

/// The top-level blocks, as ranges of items.
pub(super) fn blocks(items: &[Item<'_>]) -> Vec<Range<usize>> {
    let (mut depth, mut start, mut blocks) = (0_usize, 0, Vec::new());
    for (at, item) in items.iter().enumerate() {
        match item.event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            blocks.push(start..at + 1);
            start = at + 1;
        }
    }
    blocks
}

/// Trims blank lines. Keeps the indent of the first line.
pub(super) fn trimmed(text: &str) -> &str {
    // Markdown knows only some of Unicode's white space.
    let text = text.trim_end_matches([' ', '\t', '\n']);
    let blank = text
        .split_inclusive('\n')
        .take_while(|line| line.trim_matches([' ', '\t', '\n']).is_empty());
    &text[blank.map(str::len).sum()..]
}
