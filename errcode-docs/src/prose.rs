//! Doc comments: the headings that have a place of their own, and what makes a text safe to put
//! between others.

mod footnote;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};

use crate::plain::{escape, one_line};

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
pub(crate) fn sections(docs: &str) -> Prose {
    let docs = whole(docs);
    let mut prose = Prose::default();
    // The section that is open: its heading's level and where it goes.
    let mut open: Option<(u8, Place)> = None;
    let mut start = 0;
    for heading in headings(&docs) {
        if open.is_some_and(|(level, _)| heading.level > level) {
            continue;
        }
        let place = open.map(|(_, place)| place);
        prose.push(place, &docs[start..heading.range.start]);
        open = Place::of(&heading.text).map(|place| (heading.level, place));
        start = match open {
            Some(_) => heading.range.end,
            None => heading.range.start,
        };
    }
    prose.push(open.map(|(_, place)| place), &docs[start..]);
    prose
}

/// A text that is one piece, such as the introduction of a page: as it says the same wherever it is
/// put.
pub(crate) fn whole(docs: &str) -> String {
    let mut docs = lines(docs);
    // Once for nearly every text. What is taken away may uncover more: of two targets of one name
    // the second is then the first.
    for _ in 0..8 {
        let edits = footnote::edits(&docs).unwrap_or_else(|| edits(&docs));
        if edits.is_empty() {
            break;
        }
        docs = edits.apply(0..docs.len()) + &edits.end;
    }
    trimmed(&docs).to_owned()
}

/// The first paragraph on one line, in Markdown.
pub(crate) fn summary(markdown: &str) -> String {
    let (mut depth, mut paragraph) = (0_usize, None);
    for (event, range) in parser(markdown) {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 => {
                paragraph = Some(range);
                break;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    let Some(paragraph) = paragraph else {
        return String::new();
    };
    let text = &markdown[paragraph];
    let mut edits = Edits::of(text);
    for (event, range) in parser(text) {
        if matches!(event, Event::SoftBreak | Event::HardBreak) {
            edits.replace(range, " ".to_owned());
        }
    }
    as_paragraph(one_line(&edits.apply(0..text.len())))
}

/// Whether a text is one paragraph, or nothing.
pub(crate) fn is_paragraph(markdown: &str) -> bool {
    let mut depth = 0_usize;
    let mut blocks = parser(markdown).filter_map(|(event, _)| {
        let is_block = depth == 0;
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        is_block.then_some(event)
    });
    let is_text = matches!(blocks.next(), None | Some(Event::Start(Tag::Paragraph)));
    is_text && blocks.next().is_none()
}

/// A line that is the text of a paragraph, and not by its first characters something else.
fn as_paragraph(mut line: String) -> String {
    let first = parser(&line).next();
    let is_paragraph = matches!(first, Some((Event::Start(Tag::Paragraph), _)));
    let mark = line.find(|c: char| c.is_ascii_punctuation());
    if let (false, Some(mark)) = (is_paragraph, mark) {
        line.insert(mark, '\\');
    }
    line
}

/// The parser of all Markdown here: CommonMark with what GFM adds.
pub(crate) fn parser(markdown: &str) -> OffsetIter<'_> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES;
    Parser::new_ext(markdown, options).into_offset_iter()
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

/// Without empty lines around it. The indent of the first line stays.
fn trimmed(text: &str) -> &str {
    // Not all white space is so in Markdown.
    let text = text.trim_end_matches([' ', '\t', '\n']);
    let blank = text
        .split_inclusive('\n')
        .take_while(|line| line.trim_matches([' ', '\t', '\n']).is_empty());
    &text[blank.map(str::len).sum()..]
}

/// With line feeds and without NUL, whatever the file that it comes from has.
fn lines(docs: &str) -> String {
    docs.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\0', "\u{fffd}")
}

/// A heading that is in no list and no quotation.
struct Heading {
    level: u8,
    text: String,
    range: Range<usize>,
}

fn headings(docs: &str) -> Vec<Heading> {
    let (mut depth, mut headings, mut open) = (0_usize, Vec::new(), None);
    for (event, range) in parser(docs) {
        match event {
            Event::Start(Tag::Heading { level, .. }) if depth == 0 => {
                depth += 1;
                open = Some(Heading {
                    level: level as u8,
                    text: String::new(),
                    range,
                });
            }
            Event::End(TagEnd::Heading(_)) if depth == 1 => {
                depth = 0;
                headings.extend(open.take());
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut open {
                    heading.text.push_str(&text);
                }
            }
            _ => {}
        }
    }
    headings
}

/// Replacements in a text.
pub(crate) struct Edits<'a> {
    source: &'a str,
    list: Vec<(Range<usize>, String)>,
    /// What is added at the end.
    end: String,
}

impl<'a> Edits<'a> {
    pub(crate) fn of(source: &'a str) -> Self {
        Self {
            source,
            list: Vec::new(),
            end: String::new(),
        }
    }

    fn is_empty(&self) -> bool {
        self.list.is_empty() && self.end.is_empty()
    }

    pub(crate) fn replace(&mut self, range: Range<usize>, by: String) {
        let at = self.list.partition_point(|(r, _)| r.start <= range.start);
        self.list.insert(at, (range, by));
    }

    /// A part of the text with the replacements that lie in it.
    pub(crate) fn apply(&self, part: Range<usize>) -> String {
        let (mut text, mut at) = (String::new(), part.start);
        for (range, by) in &self.list {
            if range.start >= at && range.end <= part.end {
                text.push_str(&self.source[at..range.start]);
                text.push_str(by);
                at = range.end;
            }
        }
        text.push_str(&self.source[at..part.end]);
        text
    }
}

/// What a text without footnotes needs so that it says the same wherever it is put: raw HTML becomes text,
/// links by reference carry their target, and a fence that is open at the end is closed.
fn edits(docs: &str) -> Edits<'_> {
    let mut edits = Edits::of(docs);
    // Links that are open: whether by reference, the end of their text, their target and title.
    let mut links: Vec<(bool, usize, String)> = Vec::new();
    let mut depth = 0_usize;
    let mut events = parser(docs);
    for (event, range) in events.by_ref() {
        if let Some((_, end, _)) = links.last_mut() {
            let is_own_end = matches!(event, Event::End(TagEnd::Link | TagEnd::Image));
            if !is_own_end && !matches!(event, Event::Start(_)) {
                *end = range.end;
            }
        }
        match event {
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            }) => links.push((
                is_reference(link_type),
                range.start + 1,
                target(&dest_url, &title),
            )),
            Event::Start(Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            }) => links.push((
                is_reference(link_type),
                range.start + 2,
                target(&dest_url, &title),
            )),
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((true, end, target)) = links.pop()
                    && let Some(close) = docs[end..range.end].find(']')
                {
                    edits.replace(end + close..range.end, target);
                }
                if let Some((_, end, _)) = links.last_mut() {
                    *end = range.end;
                }
            }
            Event::InlineHtml(_) => {
                let text = html_line(&docs[range.clone()]);
                edits.replace(range, text);
            }
            Event::Html(_) => {
                let text = html_lines(&docs[range.clone()]);
                edits.replace(range, text);
            }
            // As text it would go on with the paragraph around it.
            Event::Start(Tag::HtmlBlock) => {
                if depth == 0 {
                    edits.replace(range.start..range.start, "\n".to_owned());
                    edits.replace(range.end..range.end, "\n".to_owned());
                }
                depth += 1;
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                if depth == 0 && matches!(kind, CodeBlockKind::Fenced(_)) {
                    edits.end = open_fence(&docs[range]).unwrap_or_default();
                }
                depth += 1;
            }
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    for (_, definition) in events.reference_definitions().iter() {
        edits.replace(definition.span.clone(), String::new());
    }
    edits
}

const fn is_reference(link: LinkType) -> bool {
    matches!(
        link,
        LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
    )
}

/// The end of a link that carries its target.
fn target(url: &str, title: &str) -> String {
    let url = url
        .replace('\\', "\\\\")
        .replace('<', "%3C")
        .replace('>', "%3E")
        .replace('\n', "");
    let title = one_line(title).replace('\\', "\\\\").replace('"', "\\\"");
    if title.is_empty() {
        format!("](<{url}>)")
    } else {
        format!("](<{url}> \"{title}\")")
    }
}

/// Lines of HTML as text.
fn html_lines(html: &str) -> String {
    html.split_inclusive('\n')
        .map(|line| {
            let end = if line.ends_with('\n') { "\n" } else { "" };
            html_line(line) + end
        })
        .collect()
}

/// A line of HTML as text. A backtick in it, escaped or not, could end a code span that begins before.
fn html_line(html: &str) -> String {
    escape(html).replace("\\`", "&#96;")
}

/// What closes a fenced block, if nothing does.
fn open_fence(block: &str) -> Option<String> {
    let first = block.trim_start_matches(' ');
    let fence = first.chars().next()?;
    let length = first.chars().take_while(|c| *c == fence).count();
    let rest = block.trim_end().lines().skip(1);
    let closed = rest.last().is_some_and(|line| {
        let line = line.trim();
        line.chars().all(|c| c == fence) && line.len() >= length
    });
    (!closed).then(|| format!("\n{}", fence.to_string().repeat(length)))
}
