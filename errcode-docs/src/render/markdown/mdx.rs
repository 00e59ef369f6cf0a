//! Markdown that means the same in MDX, which many documentation sites use. In MDX braces are expressions, `<` begins
//! an element, `import` and `export` begin code, and indented text is not code.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::doc_comment::{Edits, Item, by_blocks, parser, read, rewrite, unchanged_source};

/// A text that means the same in `CommonMark` and MDX. `None` if there is no such text.
pub(super) fn portable(markdown: &str) -> Option<Cow<'_, str>> {
    let items = read(markdown);
    if are_common(&items, markdown) && escaped(markdown) == markdown {
        return Some(Cow::Borrowed(markdown));
    }
    let text = by_blocks(&items, |items| {
        let text = match unchanged_source(items, markdown) {
            Some(text) if are_common(items, markdown) => text.to_owned(),
            _ => rewrite(items, markdown)?,
        };
        Some(escaped(&text))
    });
    text.map(Cow::Owned)
}

/// Whether MDX finds the same blocks and lines. In MDX, a line inside a code span and an indented line can begin a
/// new block.
fn are_common(items: &[Item<'_>], markdown: &str) -> bool {
    items.iter().all(|item| match item.place.clone() {
        Some(place) => is_common(&item.event, place, markdown),
        None => !item.is_edited,
    })
}

fn is_common(event: &Event<'_>, place: Range<usize>, markdown: &str) -> bool {
    match event {
        Event::Code(_) => !markdown[place].contains('\n'),
        // Only the last line may look like a closing fence, however far it is indented.
        Event::Start(Tag::CodeBlock(_)) => {
            let mut lines = markdown[place].lines();
            let fence = lines.next().unwrap_or_default().get(..3);
            let ends = lines.filter(|line| {
                let line = line.trim_start_matches([' ', '\t', '>']);
                line.get(..3) == fence
            });
            ends.count() <= 1
        }
        Event::SoftBreak | Event::HardBreak => {
            let next = markdown[place.start..].trim_start_matches([' ', '\\']);
            let line = next.trim_start_matches('\n');
            let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            indent < 4 && !line[..indent].contains('\t')
        }
        _ => true,
    }
}

/// Escapes MDX syntax in text. Escapes backticks too, because some parsers let a code span begin in one table cell and
/// end in another.
fn escaped(markdown: &str) -> String {
    let mut edits = Edits::new(markdown);
    let mut depth = 0_usize;
    let mut is_code = false;
    for (event, range) in parser(markdown) {
        match &event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Start(Tag::Paragraph | Tag::Heading { .. }) if depth == 0 => {
                let first = &markdown[range.start..];
                if first.starts_with("import ") || first.starts_with("export ") {
                    let letter = format!("&#{};", first.as_bytes()[0]);
                    edits.replace(range.start..range.start + 1, letter);
                }
            }
            Event::Text(_) if !is_code => {
                for (at, _) in markdown[range.clone()].match_indices(['{', '}', '<', '`']) {
                    let at = range.start + at;
                    if !is_escaped(markdown, at) {
                        edits.replace(at..at, "\\");
                    }
                }
            }
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    edits.apply()
}

fn is_escaped(markdown: &str, at: usize) -> bool {
    let before = markdown.as_bytes()[..at].iter().rev();
    before.take_while(|byte| **byte == b'\\').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::portable;

    #[test]
    fn mdx_syntax_is_escaped() {
        for (text, expected) in [
            ("a {b} `{c}` \\{ <d", "a \\{b\\} `{c}` \\{ \\<d"),
            ("<https://x.y/_>", "[https://x.y/_](https://x.y/_)"),
            ("<a@b.c>", "[a@b.c](mailto:a@b.c)"),
            ("export your {keys}", "&#101;xport your \\{keys\\}"),
            ("import *a\n---", "&#105;mport *a\n---"),
            ("a\n\n    {b}\n\n\tc\n\nd", "a\n\n```\n{b}\n\nc\n```\n\nd"),
            (
                "-     {a}\n\n      b\n- c",
                "- ```\n  {a}\n  \n  b\n  ```\n- c",
            ),
            ("a\\\n    - b\\\n     1. c", "a\\\n\\- b\\\n1\\. c"),
            ("a `b\n    ``` c`\n\t{d", "a ````b     ``` c````\n\\{d"),
            ("~~~\na\n    ~~~\n<b>\n~~~", "```\na\n    ~~~\n<b>\n```"),
            (
                "> a\n>\n>     {b}",
                " > \n > a\n > \n > ```\n > {b}\n > ```",
            ),
        ] {
            assert_eq!(portable(text).as_deref(), Some(expected));
        }
    }
}
