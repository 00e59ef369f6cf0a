//! A text by its blocks, and without what is blank around it.

use std::ops::Range;

use pulldown_cmark::Event;

use super::read::Item;

/// The blocks that are in no other.
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

/// Without empty lines around it. The indent of the first line stays.
pub(super) fn trimmed(text: &str) -> &str {
    // Not all white space is so in Markdown.
    let text = text.trim_end_matches([' ', '\t', '\n']);
    let blank = text
        .split_inclusive('\n')
        .take_while(|line| line.trim_matches([' ', '\t', '\n']).is_empty());
    &text[blank.map(str::len).sum()..]
}
