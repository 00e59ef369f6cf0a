//! Reads Markdown of random texts back with a parser: rows and anchors are the same.

use std::borrow::Cow;

use errcode_docs::markdown::Options;
use errcode_docs::{Document, markdown};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options as Gfm, Parser, Tag, TagEnd};

use crate::texts::{Texts, catalog, document, errors, hostile};

/// The content of a page.
#[derive(Debug, Default, PartialEq)]
struct Page {
    /// Rows of tables that begin with a code: their cells as text, and the link of the first.
    rows: Vec<(Vec<String>, String)>,
    /// Anchors, and the heading that follows each.
    anchors: Vec<(String, String)>,
}

fn parser(markdown: &str) -> Parser<'_> {
    let gfm = Gfm::ENABLE_TABLES
        | Gfm::ENABLE_STRIKETHROUGH
        | Gfm::ENABLE_TASKLISTS
        | Gfm::ENABLE_FOOTNOTES;
    Parser::new_ext(markdown, gfm)
}

pub(crate) fn words(text: &str) -> String {
    let visible = |c: char| {
        if c.is_control() && !c.is_whitespace() {
            '\u{fffd}'
        } else {
            c
        }
    };
    let text: String = text.chars().map(visible).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read(markdown: &str) -> Page {
    let mut page = Page::default();
    let (mut head, mut is_head) = (Vec::new(), false);
    let (mut row, mut link, mut text) = (Vec::new(), String::new(), String::new());
    let mut anchor = None;
    for event in parser(markdown) {
        match event {
            Event::Start(Tag::TableHead) => (is_head, head) = (true, Vec::new()),
            Event::End(TagEnd::TableHead) => is_head = false,
            Event::Start(Tag::TableRow) => (row, link) = (Vec::new(), String::new()),
            Event::Start(Tag::TableCell | Tag::Heading { .. }) => text.clear(),
            Event::End(TagEnd::TableCell) if is_head => head.push(words(&text)),
            Event::End(TagEnd::TableCell) => row.push(words(&text)),
            Event::End(TagEnd::TableRow) if head == ["Code", "HTTP status", "Description"] => {
                page.rows.push((row.clone(), link.clone()));
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(anchor) = anchor.take() {
                    page.anchors.push((anchor, words(&text)));
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) if row.is_empty() => {
                link = dest_url.into_string();
            }
            Event::InlineHtml(html) | Event::Html(html) => {
                if let Some(id) = html.strip_prefix("<a id=\"") {
                    let id = id.split_once('"').unwrap().0;
                    anchor = Some(
                        id.replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&amp;", "&"),
                    );
                } else if !html.starts_with("<code>") && !html.starts_with("</") {
                    panic!("HTML on the page: {html}");
                }
            }
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    page
}

/// The text of Markdown, raw HTML as text.
pub(crate) fn text_of(markdown: &str) -> String {
    let mut text = String::new();
    for event in parser(markdown) {
        match event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                text.push_str(&part);
            }
            // Footnotes are marks in the text.
            Event::FootnoteReference(label) => text.extend(["[", &*label, "]"]),
            Event::Start(Tag::FootnoteDefinition(label)) => text.extend(["[", &*label, "]:"]),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => text.push(' '),
            _ => {}
        }
    }
    // A backslash at a line end is a line break if more text follows.
    text.split_whitespace()
        .collect::<String>()
        .replace('\\', "")
}

pub(crate) fn escaped(text: &str) -> String {
    let escape = |c: char| {
        if c.is_ascii_punctuation() {
            format!("\\{c}")
        } else {
            c.to_string()
        }
    };
    text.chars().map(escape).collect()
}

fn check(title: &str, docs: &str, errors: &[Texts]) {
    let document = document(title, docs, errors);
    let text = markdown(&document, &Options::default());
    let page = read(&text);
    let errors: Vec<_> = document.errors().collect();

    let rows: Vec<_> = page
        .rows
        .iter()
        .map(|(cells, link)| (cells[0].clone(), cells[1].clone(), link.clone()))
        .collect();
    let expected: Vec<_> = errors
        .iter()
        .map(|e| {
            let code = words(&e.code.to_string());
            let link = page
                .rows
                .iter()
                .map(|(_, link)| link)
                .find(|link| decoded(link) == format!("#{}", e.anchor));
            (
                code,
                e.status.to_string(),
                link.cloned().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(rows, expected, "{text}");
    for ((cells, _), error) in page.rows.iter().zip(&errors) {
        let said = cells.get(2).map_or("", |cell| cell);
        let said = text_of(&escaped(said));
        let expected = if error.summary.is_empty() {
            text_of(&escaped(&error.title))
        } else {
            text_of(&error.summary)
        };
        assert_eq!(said, expected, "{text}");
    }
    let anchors: Vec<_> = errors
        .iter()
        .map(|e| (e.anchor.clone(), words(&e.code.to_string())))
        .collect();
    assert_eq!(page.anchors, anchors, "{text}");
    let mut ids: Vec<_> = anchors.iter().map(|(anchor, _)| anchor).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), anchors.len());
}

pub(crate) fn decoded(link: &str) -> Cow<'_, str> {
    percent_decode_str(link).decode_utf8().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_and_anchors_are_read_back(title in hostile(), docs in hostile(), errors in errors()) {
        check(&title, &docs, &errors);
    }

    #[test]
    fn a_text_says_what_it_said(docs in hostile()) {
        check_text(&docs);
    }
}

#[test]
fn texts_that_depend_on_their_context_are_rewritten() {
    for docs in [
        "[x]:<![CDATA[<script>",
        "><?```\n|===\n+ \n# Fix\n",
        "```<!A`a|b`>",
        "[x]:<https://x.y/><!--`",
        "+ <script>\n|```\n1. \n# Fix\n",
        "- <script>\n||===\n===\n",
        "\\  \n<https://x.y/>",
        "`===\n<https://x.y/>`",
        "[x]: /a\n[x]: /b\n[x] ![x][]",
        "`",
        "\u{a0}\n[x]: /u 't'\n",
        "\0",
    ] {
        let errors = [docs, "`<?"].map(|docs| Texts {
            code: docs.to_owned(),
            status: 400,
            docs: docs.to_owned(),
            member: docs.to_owned(),
            caption: docs.to_owned(),
        });
        check(docs, docs, &errors);
        check_text(docs);
    }
}

/// An introduction has the same content as its source.
fn check_text(docs: &str) {
    let catalog = catalog("t", docs, &[]);
    let document = Document::from(catalog);
    let raw = catalog.docs().replace("\r\n", "\n").replace('\r', "\n");
    let raw = raw.replace('\0', "\u{fffd}") + "\n";
    let said = text_of(&format!("{}\n", document.introduction));
    assert!(
        said == text_of(&raw) || is_shown(&document.introduction, &raw),
        "{:?}",
        document.introduction
    );
}

/// Whether Markdown shows a raw text as a code block, because it cannot be written in another way.
fn is_shown(markdown: &str, raw: &str) -> bool {
    let mut events = parser(markdown);
    let fence = Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced("markdown".into())));
    if events.next() != Some(fence) {
        return false;
    }
    let code: String = events
        .map_while(|event| match event {
            Event::Text(code) => Some(code.into_string()),
            _ => None,
        })
        .collect();
    code.trim() == raw.trim()
}
