//! The one reader of doc comments. It turns Markdown into events that are safe to render: raw HTML becomes code,
//! links are inline and cannot run scripts, Rust paths become links to entries, footnotes become text.

use std::ops::Range;

use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::error_link::{Links, Path, is_unresolved};
use crate::plain_text::visible;
use crate::url;

/// CommonMark with the extensions of GFM.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES);

/// One event, and where it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    pub(crate) event: Event<'a>,
    /// Its range in the source, if the source has exactly this event.
    pub(crate) place: Option<Range<usize>>,
    /// Whether the event differs from the source.
    pub(crate) is_edited: bool,
}

impl<'a> Item<'a> {
    fn from_source(event: Event<'a>, range: Range<usize>) -> Self {
        Self {
            place: Some(range),
            ..Self::equivalent(event)
        }
    }

    /// An event that the source has in another notation.
    fn equivalent(event: Event<'a>) -> Self {
        Self {
            event,
            place: None,
            is_edited: false,
        }
    }

    pub(crate) fn edited(event: Event<'a>) -> Self {
        Self {
            is_edited: true,
            ..Self::equivalent(event)
        }
    }
}

pub(crate) fn parser(markdown: &str) -> OffsetIter<'_> {
    Parser::new_ext(markdown, OPTIONS).into_offset_iter()
}

/// Reads a text in which Rust paths are not resolved.
pub(crate) fn read(markdown: &str) -> Vec<Item<'_>> {
    read_linked(markdown, Links::default())
}

/// Reads a text and resolves Rust paths to links to entries.
pub(crate) fn read_linked<'a>(markdown: &'a str, links: Links<'_>) -> Vec<Item<'a>> {
    let mut reader = Reader {
        entry_links: links,
        ..Reader::default()
    };
    let path = |link: BrokenLink<'a>| {
        let path = Path::parse(&link.reference)?;
        path.is_certain.then(|| (link.reference.clone(), "".into()))
    };
    let parser = Parser::new_with_broken_link_callback(markdown, OPTIONS, Some(path));
    for (event, range) in parser.into_offset_iter() {
        reader.read_event(event, range);
    }
    reader.items
}

#[derive(Default)]
struct Reader<'a, 'n> {
    items: Vec<Item<'a>>,
    /// Resolves Rust paths.
    entry_links: Links<'n>,
    /// Whether a code replaces the text up to the end of the link.
    skips_link_text: bool,
    /// The text of the current code block.
    code: Option<String>,
    in_heading: bool,
    /// The mark of the current footnote, until it is written.
    footnote_mark: Option<String>,
    /// The open links and images: whether each is kept.
    links: Vec<bool>,
}

impl<'a> Reader<'a, '_> {
    fn read_event(&mut self, event: Event<'a>, range: Range<usize>) {
        if let (Some(code), Event::Text(text) | Event::Html(text)) = (&mut self.code, &event) {
            code.push_str(text);
            return;
        }
        if self.skips_link_text && !matches!(event, Event::End(TagEnd::Link | TagEnd::Image)) {
            return;
        }
        self.skips_link_text = false;
        match event {
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::SoftBreak | Event::HardBreak => self.end_line(Item::from_source(event, range)),
            Event::FootnoteReference(label) => self.edit(Event::Text(format!("[{label}]").into())),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.footnote_mark = Some(format!("[{label}]: "));
            }
            Event::End(TagEnd::FootnoteDefinition) => self.write_footnote_mark(),
            Event::Start(tag) => self.start_tag(tag, range),
            Event::End(TagEnd::HtmlBlock | TagEnd::CodeBlock) => self.end_code(),
            Event::End(TagEnd::Link | TagEnd::Image) if self.links.pop() == Some(false) => {}
            Event::End(tag) => {
                self.in_heading &= !matches!(tag, TagEnd::Heading(_));
                self.keep(Event::End(tag), range);
            }
            _ => self.keep(event, range),
        }
    }

    fn start_tag(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if tag == Tag::Paragraph {
            self.keep(Event::Start(tag), range);
            if let Some(mark) = self.footnote_mark.take() {
                self.edit(Event::Text(mark.into()));
            }
            return;
        }
        self.write_footnote_mark();
        if let Tag::Link {
            link_type,
            dest_url,
            ..
        }
        | Tag::Image {
            link_type,
            dest_url,
            ..
        } = &tag
        {
            if self.link_to_entry(*link_type, dest_url) {
                self.links.push(true);
                return;
            }
            let is_kept = is_safe(dest_url) && !is_unresolved(*link_type);
            self.links.push(is_kept);
            if !is_kept {
                // Mark the place as edited, because the source has a link here.
                self.edit(Event::Text("".into()));
                return;
            }
        }
        self.in_heading |= matches!(tag, Tag::Heading { .. });
        match tag {
            Tag::HtmlBlock => self.start_code(Item::edited(fenced("html".into()))),
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                self.start_code(Item::edited(fenced("".into())));
            }
            Tag::CodeBlock(_) => self.start_code(Item::from_source(Event::Start(tag), range)),
            Tag::Link {
                link_type: LinkType::Inline,
                ..
            }
            | Tag::Image {
                link_type: LinkType::Inline,
                ..
            } => self.keep(Event::Start(tag), range),
            Tag::Link { .. } | Tag::Image { .. } => self.edit(Event::Start(inline(tag))),
            tag => self.keep(Event::Start(tag), range),
        }
    }

    /// Starts a link to an entry, if the path names one. The code replaces a link text that is the path itself.
    fn link_to_entry(&mut self, link_type: LinkType, path: &str) -> bool {
        let Some(target) = Path::parse(path).and_then(|path| self.entry_links.find(&path)) else {
            return false;
        };
        self.edit(Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: format!("#{}", url::fragment(&target.anchor)).into(),
            title: "".into(),
            id: "".into(),
        }));
        if matches!(
            link_type,
            LinkType::ShortcutUnknown | LinkType::CollapsedUnknown
        ) {
            self.edit(Event::Code(visible(&target.code).into()));
            self.skips_link_text = true;
        }
        true
    }

    fn keep(&mut self, event: Event<'a>, range: Range<usize>) {
        self.items.push(Item::from_source(event, range));
    }

    fn edit(&mut self, event: Event<'a>) {
        self.items.push(Item::edited(event));
    }

    /// Writes the mark of a footnote that does not begin with a paragraph as its own paragraph.
    fn write_footnote_mark(&mut self) {
        if let Some(mark) = self.footnote_mark.take() {
            self.edit(Event::Start(Tag::Paragraph));
            self.edit(Event::Text(mark.trim_end().to_owned().into()));
            self.edit(Event::End(TagEnd::Paragraph));
        }
    }

    fn start_code(&mut self, start: Item<'a>) {
        self.items.push(start);
        self.code = Some(String::new());
    }

    /// Ends a code block after its last line that is not blank.
    fn end_code(&mut self) {
        let code = self.code.take().unwrap_or_default();
        let code = code.trim_end_matches([' ', '\n']);
        if !code.is_empty() {
            let text = Event::Text(format!("{code}\n").into());
            self.items.push(Item::equivalent(text));
        }
        self.items
            .push(Item::equivalent(Event::End(TagEnd::CodeBlock)));
    }

    /// Writes inline HTML as text. It may have several lines.
    fn inline_html(&mut self, html: &str) {
        for (number, line) in html.split('\n').enumerate() {
            if number > 0 {
                self.end_line(Item::equivalent(Event::SoftBreak));
            }
            let line = line.trim();
            if !line.is_empty() {
                self.edit(Event::Text(line.to_owned().into()));
            }
        }
    }

    /// Ends a line: trims white space, joins the lines of a heading, and skips empty lines.
    fn end_line(&mut self, end: Item<'a>) {
        while let Some(Item {
            event: Event::Text(text),
            place,
            ..
        }) = self.items.last_mut()
        {
            let trimmed = text.trim_end_matches([' ', '\t']);
            if trimmed.len() == text.len() {
                break;
            }
            (*text, *place) = (trimmed.to_owned().into(), None);
            if text.is_empty() {
                self.items.pop();
            }
        }
        match self.items.last().map(|item| &item.event) {
            None | Some(Event::Start(_) | Event::SoftBreak | Event::HardBreak) => {}
            Some(_) if self.in_heading => {
                self.items.push(Item::equivalent(Event::Text(" ".into())));
            }
            Some(_) => self.items.push(end),
        }
    }
}

/// Whether a URL has a scheme that cannot run scripts, or no scheme.
fn is_safe(url: &str) -> bool {
    let spaceless: String = url
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let end = spaceless.find(['/', '?', '#']).unwrap_or(spaceless.len());
    match spaceless[..end].split_once(':') {
        None => true,
        Some((scheme, _)) => ["http", "https", "mailto"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known)),
    }
}

fn fenced(info: CowStr<'_>) -> Event<'_> {
    Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info)))
}

/// The inline form of a link or image.
fn inline(tag: Tag<'_>) -> Tag<'_> {
    match tag {
        Tag::Link {
            link_type,
            dest_url,
            title,
            ..
        } => {
            let is_mail = link_type == LinkType::Email;
            let scheme = if is_mail { "mailto:" } else { "" };
            Tag::Link {
                link_type: LinkType::Inline,
                dest_url: format!("{scheme}{dest_url}").into(),
                title,
                id: "".into(),
            }
        }
        Tag::Image {
            dest_url, title, ..
        } => Tag::Image {
            link_type: LinkType::Inline,
            dest_url,
            title,
            id: "".into(),
        },
        tag => tag,
    }
}
