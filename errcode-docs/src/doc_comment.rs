//! Doc comments: the headings that have a place of their own, and what makes a text safe to put
//! between others.

mod blocks;
mod edits;
mod error_link;
mod read;
mod write;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use blocks::{blocks, trimmed};
pub(crate) use edits::Edits;
pub(crate) use error_link::{Links, Paths, Target};
use read::read_linked;
pub(crate) use read::{Item, parser, read};
pub(crate) use write::{by_blocks, kept, rewrite, write};

use crate::plain_text::{escape, fence};

/// A doc comment by its sections, each in Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Prose {
    pub(crate) description: String,
    pub(crate) scenario: String,
    pub(crate) causes: String,
    pub(crate) fix: String,
    pub(crate) example: String,
}

/// The sections of a doc comment. What has no place of its own is the description.
pub(crate) fn sections(docs: &str, links: Links<'_>) -> Prose {
    let docs = lines(docs);
    let items = read_linked(&docs, links);
    let mut prose = Prose::default();
    // The section that is open: its heading's level and where it goes.
    let mut open: Option<(u8, Place)> = None;
    let mut start = (0, 0);
    for heading in headings(&items) {
        if open.is_some_and(|(level, _)| heading.level > level) {
            continue;
        }
        let place = open.map(|(_, place)| place);
        let text = settled(
            &items[start.0..heading.items.start],
            &docs,
            start.1..heading.range.start,
        );
        prose.push(place, &text);
        open = Place::of(&heading.text).map(|place| (heading.level, place));
        start = match open {
            Some(_) => (heading.items.end, heading.range.end),
            None => (heading.items.start, heading.range.start),
        };
    }
    let text = settled(&items[start.0..], &docs, start.1..docs.len());
    prose.push(open.map(|(_, place)| place), &text);
    prose
}

/// A text that is one piece, such as the introduction of a page.
pub(crate) fn whole(docs: &str, links: Links<'_>) -> String {
    let docs = lines(docs);
    settled(&read_linked(&docs, links), &docs, 0..docs.len())
}

/// A note that stays as it is written, but for links to errors.
pub(crate) fn note(text: &str, links: Links<'_>) -> String {
    let linked = whole(text, links);
    if linked == whole(text, Links::default()) {
        text.to_owned()
    } else {
        linked
    }
}

/// A text whose links to other parts of the page lead to where a function says, or are text.
pub(crate) fn relinked(markdown: &str, to: impl Fn(&str) -> Option<String>) -> String {
    let mut items = read(markdown);
    let mut dropped = Vec::new();
    for item in &mut items {
        let target = match &item.event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                dest_url.strip_prefix('#').map(&to)
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
    settled(&items, markdown, 0..markdown.len())
}

/// A part of a text, so that it says the same wherever it is put. What cannot be written so is shown as it
/// stands, as code.
fn settled(items: &[Item<'_>], docs: &str, part: Range<usize>) -> String {
    write(items, docs, part.clone()).unwrap_or_else(|| fence("markdown", trimmed(&docs[part])))
}

/// The first paragraph on one line, in Markdown.
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
    // A span of code may be on two lines.
    line[0].is_edited |= trimmed(&markdown[part.clone()]).contains('\n');
    write(&line, markdown, part).unwrap_or_else(|| escape(&text(&line)))
}

/// Whether a text is one paragraph, or nothing.
pub(crate) fn is_paragraph(markdown: &str) -> bool {
    let items = read(markdown);
    match &blocks(&items)[..] {
        [] => true,
        [block] => items[block.start].event == PARAGRAPH,
        _ => false,
    }
}

const PARAGRAPH: Event<'static> = Event::Start(Tag::Paragraph);

/// Moves headings down, so that the highest has at least a level.
pub(crate) fn lower(items: &mut [Item<'_>], level: u8) {
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

/// The text without marks.
pub(crate) fn text(items: &[Item<'_>]) -> String {
    let texts = items.iter().filter_map(|item| match &item.event {
        Event::Text(text) | Event::Code(text) => Some(&**text),
        Event::SoftBreak | Event::HardBreak => Some(" "),
        _ => None,
    });
    texts.collect()
}

#[derive(Clone, Copy, Debug)]
enum Place {
    Scenario,
    Causes,
    Fix,
    Example,
}

impl Place {
    fn of(heading: &str) -> Option<Self> {
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

impl Prose {
    fn push(&mut self, place: Option<Place>, text: &str) {
        let section = match place {
            None => &mut self.description,
            Some(Place::Scenario) => &mut self.scenario,
            Some(Place::Causes) => &mut self.causes,
            Some(Place::Fix) => &mut self.fix,
            Some(Place::Example) => &mut self.example,
        };
        join(section, trimmed(text));
    }

    /// Adds what another doc comment says.
    pub(crate) fn join(&mut self, other: &Self) {
        join(&mut self.description, &other.description);
        join(&mut self.scenario, &other.scenario);
        join(&mut self.causes, &other.causes);
        join(&mut self.fix, &other.fix);
        join(&mut self.example, &other.example);
    }
}

/// Puts a text behind another, unless it is there already.
fn join(text: &mut String, more: &str) {
    if more.is_empty() || text == more {
        return;
    }
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    text.push_str(more);
}

/// With line feeds, one at the end too, and without NUL, whatever the file that it comes from has.
fn lines(docs: &str) -> String {
    let docs = docs.replace("\r\n", "\n").replace('\r', "\n");
    docs.replace('\0', "\u{fffd}") + "\n"
}

/// A heading that is in no list and no quotation.
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
            text: text(&items[block.clone()]),
            items: block,
            range: first.place.clone()?,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{Links, summary};

    fn whole(docs: &str) -> String {
        super::whole(docs, Links::default())
    }

    #[test]
    fn what_needs_nothing_stays_as_it_is() {
        for text in [
            "R&D < `a|b`,\n_two_  \nlines.\n\n* a\n  1) b\n\n> c\n\n~~~~ rust\nlet a;\n~~~~",
            "[a](</b c> 'd') array[0] \\* 5 * 3",
        ] {
            assert_eq!(whole(text), text);
        }
        assert_eq!(whole("\n \r\n  a\r\n\r\n"), "  a");
    }

    #[test]
    fn what_depends_on_its_place_is_rewritten() {
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
            // Blocks that need nothing stay as they are.
            (
                "> - + ---\n}_\n<!A```",
                "> - + ---\n\n}_\n\n````html\n<!A```\n````",
            ),
            // The library cannot say this.
            ("<b/>\n\n~~~\\~`", "```markdown\n<b/>\n\n~~~\\~`\n```"),
        ] {
            assert_eq!(whole(text), expected);
        }
    }

    #[test]
    fn a_link_that_could_run_is_its_text() {
        for (text, expected) in [
            ("[a *b*](javascript:alert(1)) c", "a *b* c"),
            ("[a](<java\tscript:alert(1)>)", "a"),
            ("![a](data:text/html,x) b", "a b"),
            ("[a](VBScript:x)", "a"),
            ("<javascript:alert(1)>", "javascript:alert(1)"),
            ("[a][b]\n\n[b]: javascript:x", "a"),
            ("[![a](javascript:x)](https://b.c)", "[a](https://b.c)"),
        ] {
            assert_eq!(whole(text), expected);
        }
        let text = "[a](HTTPS://b) [c](mailto:d@e) [f](/g:h) [i](j) [k](#l) [m](?n:o)";
        assert_eq!(whole(text), text);
    }

    #[test]
    fn notes_are_text() {
        assert_eq!(
            whole(
                "One[^1] two[^a_b].\n\n[^1]: First,\n    `more`.\n\n    ```\n    x\n    ```\n[^a_b]: Second.\n"
            ),
            "One\\[1\\] two\\[a_b\\].\n\n\\[1\\]: First,\n`more`.\n\n```\nx\n```\n\n\\[a_b\\]: Second."
        );
        assert_eq!(whole("None[^1] here, `[^1]`"), "None[^1] here, `[^1]`");
        assert_eq!(
            whole("[^1]\n\n[^1]:\n    - a"),
            "\\[1\\]\n\n\\[1\\]:\n\n- a"
        );
        // A note that stands in another section is still there.
        let text = "It is[^1].\n\n# Fix\nMend it.\n\n[^1]: Or not.";
        let prose = super::sections(text, Links::default());
        assert_eq!(prose.description, "It is\\[1\\].");
        assert_eq!(prose.fix, "Mend it.\n\n\\[1\\]: Or not.");
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
