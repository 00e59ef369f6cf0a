//! Doc comments: their sections, and Markdown that means the same wherever it stands on a page.

mod blocks;
mod edits;
mod error_link;
mod read;
mod write;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use blocks::{blocks, trimmed};
pub(crate) use edits::Edits;
pub(crate) use error_link::{LinkTarget, LinkTargets, Links};
use read::read_linked;
pub(crate) use read::{Item, parser, read};
pub(crate) use write::{by_blocks, rewrite, unchanged_source, write};

use crate::plain_text::{code_block, escape};

/// The sections of a doc comment, each in Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sections {
    pub(crate) description: String,
    pub(crate) scenario: String,
    pub(crate) causes: String,
    pub(crate) fix: String,
    pub(crate) example: String,
}

/// Splits a doc comment at the headings that begin a section. All other text is the description.
pub(crate) fn sections(docs: &str, links: Links<'_>) -> Sections {
    let docs = normalized(docs);
    let items = read_linked(&docs, links);
    let mut sections = Sections::default();
    // The current section, with the level of its heading.
    let mut open: Option<(u8, Section)> = None;
    let mut start = (0, 0);
    for heading in headings(&items) {
        if open.is_some_and(|(level, _)| heading.level > level) {
            continue;
        }
        let section = open.map(|(_, section)| section);
        let text = to_standalone(
            &items[start.0..heading.items.start],
            &docs,
            start.1..heading.range.start,
        );
        sections.push(section, &text);
        open = Section::from_heading(&heading.text).map(|section| (heading.level, section));
        start = match open {
            Some(_) => (heading.items.end, heading.range.end),
            None => (heading.items.start, heading.range.start),
        };
    }
    let text = to_standalone(&items[start.0..], &docs, start.1..docs.len());
    sections.push(open.map(|(_, section)| section), &text);
    sections
}

/// A doc comment without sections, such as the introduction of a page.
pub(crate) fn standalone(docs: &str, links: Links<'_>) -> String {
    let docs = normalized(docs);
    to_standalone(&read_linked(&docs, links), &docs, 0..docs.len())
}

/// A text as it is written, except that links to entries are resolved.
pub(crate) fn with_links(text: &str, links: Links<'_>) -> String {
    let linked = standalone(text, links);
    if linked == standalone(text, Links::default()) {
        text.to_owned()
    } else {
        linked
    }
}

/// Changes the targets of links to other parts of the page. Links without a new target become text.
pub(crate) fn with_targets(markdown: &str, target_of: impl Fn(&str) -> Option<String>) -> String {
    let mut items = read(markdown);
    let mut dropped = Vec::new();
    for item in &mut items {
        let target = match &item.event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                dest_url.strip_prefix('#').map(&target_of)
            }
            Event::End(TagEnd::Link | TagEnd::Image) if dropped.pop() == Some(true) => Some(None),
            _ => continue,
        };
        if matches!(item.event, Event::Start(_)) {
            dropped.push(target == Some(None));
        }
        match (target, &mut item.event) {
            (Some(Some(target)), Event::Start(Tag::Link { dest_url, .. })) => {
                *dest_url = target.into();
                item.is_edited = true;
            }
            (Some(None), event) => {
                *event = Event::Text("".into());
                item.is_edited = true;
            }
            _ => {}
        }
    }
    to_standalone(&items, markdown, 0..markdown.len())
}

/// Part of a text, so that it means the same wherever it is put. If that is not possible, the source is
/// shown as a code block.
fn to_standalone(items: &[Item<'_>], docs: &str, part: Range<usize>) -> String {
    write(items, docs, part.clone()).unwrap_or_else(|| code_block("markdown", trimmed(&docs[part])))
}

/// The first paragraph as one line of Markdown.
pub(crate) fn summary(markdown: &str) -> String {
    let items = read(markdown);
    let is_paragraph = |block: &Range<usize>| items[block.start].event == PARAGRAPH;
    let Some(paragraph) = blocks(&items).into_iter().find(is_paragraph) else {
        return String::new();
    };
    let mut line = items[paragraph].to_vec();
    for item in &mut line {
        if matches!(item.event, Event::SoftBreak | Event::HardBreak) {
            *item = Item::edited(Event::Text(" ".into()));
        }
    }
    let part = line[0].place.clone().unwrap_or(0..0);
    // A code span may have a line break.
    line[0].is_edited |= trimmed(&markdown[part.clone()]).contains('\n');
    write(&line, markdown, part).unwrap_or_else(|| escape(&plain_text(&line)))
}

/// Whether a text is empty or one paragraph.
pub(crate) fn is_paragraph(markdown: &str) -> bool {
    let items = read(markdown);
    match &blocks(&items)[..] {
        [] => true,
        [block] => items[block.start].event == PARAGRAPH,
        _ => false,
    }
}

const PARAGRAPH: Event<'static> = Event::Start(Tag::Paragraph);

/// Moves all headings down, so that the highest has at least the given level.
pub(crate) fn lower_headings(items: &mut [Item<'_>], level: u8) {
    let levels = items.iter().filter_map(|item| match item.event {
        Event::Start(Tag::Heading { level, .. }) => Some(level as u8),
        _ => None,
    });
    let by = level.saturating_sub(levels.min().unwrap_or(level));
    if by == 0 {
        return;
    }
    for item in items {
        if let Event::Start(Tag::Heading { level, .. }) | Event::End(TagEnd::Heading(level)) =
            &mut item.event
        {
            let lower = usize::from(*level as u8 + by).min(6);
            *level = HeadingLevel::try_from(lower).unwrap_or(HeadingLevel::H6);
            item.is_edited = true;
        }
    }
}

/// The text without any markup.
pub(crate) fn plain_text(items: &[Item<'_>]) -> String {
    let texts = items.iter().filter_map(|item| match &item.event {
        Event::Text(text) | Event::Code(text) => Some(&**text),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        _ => None,
    });
    texts.collect()
}

#[derive(Clone, Copy, Debug)]
enum Section {
    Scenario,
    Causes,
    Fix,
    Example,
}

impl Section {
    fn from_heading(heading: &str) -> Option<Self> {
        let heading = heading.trim().trim_end_matches(':').to_ascii_lowercase();
        Some(match heading.as_str() {
            "scenario" | "scenarios" => Self::Scenario,
            "cause" | "causes" => Self::Causes,
            "fix" | "fixes" => Self::Fix,
            "example" | "examples" => Self::Example,
            _ => return None,
        })
    }
}

impl Sections {
    fn push(&mut self, section: Option<Section>, text: &str) {
        let target = match section {
            None => &mut self.description,
            Some(Section::Scenario) => &mut self.scenario,
            Some(Section::Causes) => &mut self.causes,
            Some(Section::Fix) => &mut self.fix,
            Some(Section::Example) => &mut self.example,
        };
        append(target, trimmed(text));
    }

    /// Appends the sections of another doc comment.
    pub(crate) fn append(&mut self, other: &Self) {
        append(&mut self.description, &other.description);
        append(&mut self.scenario, &other.scenario);
        append(&mut self.causes, &other.causes);
        append(&mut self.fix, &other.fix);
        append(&mut self.example, &other.example);
    }
}

/// Appends a paragraph to a text, unless both are the same.
fn append(text: &mut String, more: &str) {
    if more.is_empty() || text == more {
        return;
    }
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(more);
}

/// Converts line ends to line feeds, replaces NUL, and adds a line feed at the end.
fn normalized(docs: &str) -> String {
    let docs = docs.replace("\r\n", "\n").replace('\r', "\n");
    docs.replace('\0', "\u{fffd}") + "\n"
}

/// A heading outside lists and block quotes.
struct Heading {
    level: u8,
    text: String,
    items: Range<usize>,
    range: Range<usize>,
}

fn headings(items: &[Item<'_>]) -> impl Iterator<Item = Heading> {
    blocks(items).into_iter().filter_map(|block| {
        let first = &items[block.start];
        let Event::Start(Tag::Heading { level, .. }) = first.event else {
            return None;
        };
        Some(Heading {
            level: level as u8,
            text: plain_text(&items[block.clone()]),
            items: block,
            range: first.place.clone()?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{Links, summary};

    fn standalone(docs: &str) -> String {
        super::standalone(docs, Links::default())
    }

    #[test]
    fn standalone_text_is_unchanged() {
        for text in [
            "R&D < `a|b`,\n_two_  \nlines.\n\n* a\n  1) b\n\n> c\n\n~~~~ rust\nlet a;\n~~~~",
            "[a](</b c> 'd') array[0] \\* 5 * 3",
        ] {
            assert_eq!(standalone(text), text);
        }
        assert_eq!(standalone("\n \r\n  a\r\n\r\n"), "  a");
    }

    #[test]
    fn text_that_depends_on_its_context_is_rewritten() {
        for (text, expected) in [
            ("A <b>B</b> C", "A \\<b>B\\</b> C"),
            (
                "<details>\n\nb `c`\n</details>",
                "```html\n<details>\n```\n\nb `c`\n\n```html\n</details>\n```",
            ),
            (
                "[a][b] ![c] <https://d> <e@f.g>\n\n[b]: /e \"f\"\n[c]: g",
                "[a](/e \"f\") ![c](g) [https://d](https://d) [e@f.g](mailto:e@f.g)",
            ),
            ("[a]: b", ""),
            ("a\n\n    b", "a\n\n```\nb\n```"),
            ("```\nopen", "```\nopen\n```"),
            ("[x]:<![CDATA[<script>", "\\[x\\]:\\<!\\[CDATA\\[\\<script>"),
            ("a<b>  \nc", "a\\<b>\\\nc"),
            // Standalone blocks are unchanged.
            (
                "> - + ---\n}_\n<!A```",
                "> - + ---\n\n}_\n\n````html\n<!A```\n````",
            ),
            // pulldown-cmark-to-cmark cannot write this.
            ("<b/>\n\n~~~\\~`", "```markdown\n<b/>\n\n~~~\\~`\n```"),
        ] {
            assert_eq!(standalone(text), expected);
        }
    }

    #[test]
    fn links_that_could_run_code_become_text() {
        for (text, expected) in [
            ("[a *b*](javascript:alert(1)) c", "a *b* c"),
            ("[a](<java\tscript:alert(1)>)", "a"),
            ("![a](data:text/html,x) b", "a b"),
            ("[a](VBScript:x)", "a"),
            ("<javascript:alert(1)>", "javascript:alert(1)"),
            ("[a][b]\n\n[b]: javascript:x", "a"),
            ("[![a](javascript:x)](https://b.c)", "[a](https://b.c)"),
        ] {
            assert_eq!(standalone(text), expected);
        }
        let text = "[a](HTTPS://b) [c](mailto:d@e) [f](/g:h) [i](j) [k](#l) [m](?n:o)";
        assert_eq!(standalone(text), text);
    }

    #[test]
    fn footnotes_become_text() {
        assert_eq!(
            standalone(
                "One[^1] two[^a_b].\n\n[^1]: First,\n    `more`.\n\n    ```\n    x\n    ```\n[^a_b]: Second.\n"
            ),
            "One\\[1\\] two\\[a_b\\].\n\n\\[1\\]: First,\n`more`.\n\n```\nx\n```\n\n\\[a_b\\]: Second."
        );
        assert_eq!(standalone("None[^1] here, `[^1]`"), "None[^1] here, `[^1]`");
        assert_eq!(
            standalone("[^1]\n\n[^1]:\n    - a"),
            "\\[1\\]\n\n\\[1\\]:\n\n- a"
        );
        // A footnote defined in another section is kept.
        let text = "It is[^1].\n\n# Fix\nMend it.\n\n[^1]: Or not.";
        let sections = super::sections(text, Links::default());
        assert_eq!(sections.description, "It is\\[1\\].");
        assert_eq!(sections.fix, "Mend it.\n\n\\[1\\]: Or not.");
    }

    #[test]
    fn a_summary_is_one_line() {
        for (text, expected) in [
            ("a `b\nc`\\\n2. d\n- e", "a `b c` 2. d"),
            ("1\n\\) a", "1 ) a"),
            ("# a\n\n- b\n\n`c`\n\nd", "`c`"),
            ("- a", ""),
            ("", ""),
        ] {
            assert_eq!(summary(text), expected);
        }
    }
}
