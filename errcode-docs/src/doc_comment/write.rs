//! Writes events as Markdown that means the same wherever it is put.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};
use pulldown_cmark_to_cmark::{Options, cmark_with_source_range_and_options};

use super::blocks::{blocks, trimmed};
use super::edits::Edits;
use super::read::{Item, OPTIONS, parser, read};

/// Writes the events of a part of the source. Keeps the source text where possible, and rewrites the rest.
pub(crate) fn write(items: &[Item<'_>], source: &str, part: Range<usize>) -> Option<String> {
    let is_edited = items.iter().any(|item| item.is_edited);
    let text = trimmed(&source[part]);
    if !is_edited && means(text, items) {
        return Some(text.to_owned());
    }
    by_blocks(items, |items| {
        let text = unchanged_source(items, source).filter(|text| means(text, items));
        text.map(str::to_owned).or_else(|| rewrite(items, source))
    })
}

/// Writes each block on its own. If the blocks mean something else side by side, writes them all at once.
pub(crate) fn by_blocks(
    items: &[Item<'_>],
    write: impl Fn(&[Item<'_>]) -> Option<String>,
) -> Option<String> {
    let blocks = blocks(items).into_iter();
    let texts: Option<Vec<String>> = blocks.map(|block| write(&items[block])).collect();
    let text = texts.map(|texts| texts.join("\n\n"));
    let text = text.filter(|text| means(text, items));
    text.or_else(|| write(items).filter(|text| means(text, items)))
}

/// The source of a block without edits.
pub(crate) fn unchanged_source<'s>(block: &[Item<'_>], source: &'s str) -> Option<&'s str> {
    let is_edited = block.iter().any(|item| item.is_edited);
    let place = block.first()?.place.clone()?;
    (!is_edited).then(|| trimmed(&source[place]))
}

/// Writes events anew. `None` if reading the result gives other events: not everything that can be read can be
/// written.
pub(crate) fn rewrite(items: &[Item<'_>], source: &str) -> Option<String> {
    let mut text = String::new();
    let events = items.iter().map(|item| (&item.event, item.place.clone()));
    cmark_with_source_range_and_options(events, source, &mut text, OPTIONS, style()).ok()?;
    let text = with_visible_breaks(trimmed(&text));
    means(&text, items).then_some(text)
}

/// The usual style: `-` for lists, numbered items that count up, and three backticks for fences.
fn style() -> Options<'static> {
    Options {
        code_block_token_count: 3,
        list_token: '-',
        increment_ordered_list_bullets: true,
        ..Options::default()
    }
}

/// Writes hard line breaks as a backslash, because editors remove spaces at the end of a line.
fn with_visible_breaks(text: &str) -> String {
    let mut edits = Edits::new(text);
    for (event, range) in parser(text) {
        let spaces = text[range.clone()].find(|c| c != ' ').unwrap_or(0);
        if event == Event::HardBreak && spaces > 0 && !text[..range.start].ends_with('\\') {
            edits.replace(range.start..range.start + spaces, "\\");
        }
    }
    edits.apply()
}

/// Whether a text between two paragraphs gives exactly these events and does not change the paragraphs.
fn means(text: &str, items: &[Item<'_>]) -> bool {
    let between = format!("x\n\n{text}\n\nx");
    let mut events = parser(&between);
    events.by_ref().for_each(drop);
    if events.reference_definitions().iter().next().is_some() {
        return false;
    }
    let paragraph = [
        Event::Start(Tag::Paragraph),
        Event::Text("x".into()),
        Event::End(TagEnd::Paragraph),
    ];
    let expected = items.iter().map(|item| item.event.clone());
    let before = paragraph.clone().into_iter();
    let found = read(&between).into_iter().map(|item| item.event);
    merged(found) == merged(before.chain(expected).chain(paragraph))
}

/// Joins adjacent text events.
fn merged<'a>(events: impl Iterator<Item = Event<'a>>) -> Vec<Event<'a>> {
    let mut merged: Vec<Event<'a>> = Vec::new();
    for event in events {
        match (merged.last_mut(), event) {
            (_, Event::Text(text)) if text.is_empty() => {}
            (Some(Event::Text(text)), Event::Text(more)) => *text = format!("{text}{more}").into(),
            (_, event) => merged.push(event),
        }
    }
    merged
}
