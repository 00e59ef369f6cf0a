//! Markdown as events, in the one form that everything here takes: raw HTML is code, links carry their
//! targets and run nothing, those to items of Rust lead to errors or are text, notes are text.

use std::ops::Range;

use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd,
};

use super::error_link::{Links, Path, is_unknown};
use crate::name;
use crate::render::cell::visible;

/// CommonMark with what GFM adds.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES);

/// A part of a text.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    pub(crate) event: Event<'a>,
    /// Where it stands in the source, if that says just this.
    pub(crate) place: Option<Range<usize>>,
    /// Whether the source says something else.
    pub(crate) is_edited: bool,
}

impl<'a> Item<'a> {
    fn at(event: Event<'a>, range: Range<usize>) -> Self {
        Self {
            place: Some(range),
            ..Self::same(event)
        }
    }

    /// What the source says in another way.
    fn same(event: Event<'a>) -> Self {
        Self {
            event,
            place: None,
            is_edited: false,
        }
    }

    pub(crate) fn edited(event: Event<'a>) -> Self {
        Self {
            is_edited: true,
            ..Self::same(event)
        }
    }
}

pub(crate) fn parser(markdown: &str) -> OffsetIter<'_> {
    Parser::new_ext(markdown, OPTIONS).into_offset_iter()
}

/// What a text says that has no links to errors but those that it leads to itself.
pub(crate) fn read(markdown: &str) -> Vec<Item<'_>> {
    read_linked(markdown, Links::default())
}

/// What a text says whose paths of Rust name errors.
pub(crate) fn read_linked<'a>(markdown: &'a str, links: Links<'_>) -> Vec<Item<'a>> {
    let mut reader = Reader {
        named: links,
        ..Reader::default()
    };
    let path = |link: BrokenLink<'a>| {
        let path = Path::of(&link.reference)?;
        path.is_certain.then(|| (link.reference.clone(), "".into()))
    };
    let parser = Parser::new_with_broken_link_callback(markdown, OPTIONS, Some(path));
    for (event, range) in parser.into_offset_iter() {
        reader.take(event, range);
    }
    reader.items
}

#[derive(Default)]
struct Reader<'a, 'n> {
    items: Vec<Item<'a>>,
    /// What paths of Rust name.
    named: Links<'n>,
    /// Whether a code stands in place of the text that comes.
    is_named: bool,
    /// The text of a block of code that is open.
    code: Option<String>,
    is_heading: bool,
    /// The mark of a note that has begun.
    note: Option<String>,
    /// Links and images that are open: whether they are kept.
    links: Vec<bool>,
}

impl<'a> Reader<'a, '_> {
    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        if let (Some(code), Event::Text(text) | Event::Html(text)) = (&mut self.code, &event) {
            code.push_str(text);
            return;
        }
        if self.is_named && !matches!(event, Event::End(TagEnd::Link | TagEnd::Image)) {
            return;
        }
        self.is_named = false;
        match event {
            Event::InlineHtml(html) => self.html(&html),
            Event::SoftBreak | Event::HardBreak => self.line_ends(Item::at(event, range)),
            Event::FootnoteReference(label) => self.edit(Event::Text(format!("[{label}]").into())),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.note = Some(format!("[{label}]: "));
            }
            Event::End(TagEnd::FootnoteDefinition) => self.note_begins(),
            Event::Start(tag) => self.begins(tag, range),
            Event::End(TagEnd::HtmlBlock | TagEnd::CodeBlock) => self.code_ends(),
            Event::End(TagEnd::Link | TagEnd::Image) if self.links.pop() == Some(false) => {}
            Event::End(tag) => {
                self.is_heading &= !matches!(tag, TagEnd::Heading(_));
                self.keep(Event::End(tag), range);
            }
            _ => self.keep(event, range),
        }
    }

    fn begins(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if tag == Tag::Paragraph {
            self.keep(Event::Start(tag), range);
            if let Some(note) = self.note.take() {
                self.edit(Event::Text(note.into()));
            }
            return;
        }
        self.note_begins();
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
            if self.names_error(*link_type, dest_url) {
                self.links.push(true);
                return;
            }
            let is_kept = is_safe(dest_url) && !is_unknown(*link_type);
            self.links.push(is_kept);
            if !is_kept {
                // Nothing stands for the mark, and the source says something else.
                self.edit(Event::Text("".into()));
                return;
            }
        }
        self.is_heading |= matches!(tag, Tag::Heading { .. });
        match tag {
            Tag::HtmlBlock => self.code_begins(Item::edited(fenced("html".into()))),
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                self.code_begins(Item::edited(fenced("".into())));
            }
            Tag::CodeBlock(_) => self.code_begins(Item::at(Event::Start(tag), range)),
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

    /// Begins a link to an error, if that is what a path names. Its text is the code, if it would be the path.
    fn names_error(&mut self, link_type: LinkType, path: &str) -> bool {
        let Some(error) = Path::of(path).and_then(|path| self.named.find(&path)) else {
            return false;
        };
        self.edit(Event::Start(Tag::Link {
            link_type: LinkType::Inline,
            dest_url: format!("#{}", name::fragment(&error.anchor)).into(),
            title: "".into(),
            id: "".into(),
        }));
        if matches!(
            link_type,
            LinkType::ShortcutUnknown | LinkType::CollapsedUnknown
        ) {
            self.edit(Event::Code(visible(&error.code).into()));
            self.is_named = true;
        }
        true
    }

    fn keep(&mut self, event: Event<'a>, range: Range<usize>) {
        self.items.push(Item::at(event, range));
    }

    fn edit(&mut self, event: Event<'a>) {
        self.items.push(Item::edited(event));
    }

    /// The mark of a note that does not begin with a paragraph is one of its own.
    fn note_begins(&mut self) {
        if let Some(note) = self.note.take() {
            self.edit(Event::Start(Tag::Paragraph));
            self.edit(Event::Text(note.trim_end().to_owned().into()));
            self.edit(Event::End(TagEnd::Paragraph));
        }
    }

    fn code_begins(&mut self, start: Item<'a>) {
        self.items.push(start);
        self.code = Some(String::new());
    }

    /// Code ends with its last line.
    fn code_ends(&mut self) {
        let code = self.code.take().unwrap_or_default();
        let code = code.trim_end_matches([' ', '\n']);
        if !code.is_empty() {
            let text = Event::Text(format!("{code}\n").into());
            self.items.push(Item::same(text));
        }
        self.items.push(Item::same(Event::End(TagEnd::CodeBlock)));
    }

    /// HTML in a paragraph, which may be on several lines.
    fn html(&mut self, html: &str) {
        for (number, line) in html.split('\n').enumerate() {
            if number > 0 {
                self.line_ends(Item::same(Event::SoftBreak));
            }
            let line = line.trim();
            if !line.is_empty() {
                self.edit(Event::Text(line.to_owned().into()));
            }
        }
    }

    /// A line ends without white space, and a heading is one line. There are no empty lines.
    fn line_ends(&mut self, end: Item<'a>) {
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
            Some(_) if self.is_heading => self.items.push(Item::same(Event::Text(" ".into()))),
            Some(_) => self.items.push(end),
        }
    }
}

/// Whether a link may be followed: a scheme that runs nothing, or none.
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

/// A link or an image that carries its target.
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
