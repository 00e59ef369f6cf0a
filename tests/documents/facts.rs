//! The facts of the pages that people wrote by hand, and the content of a generated page.

use std::collections::BTreeMap;
use std::fs;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use serde::Deserialize;

/// The facts of a page written by hand: `docs/facts.json` of the service.
#[derive(Deserialize)]
struct Facts {
    /// Rows of its tables of codes, of statuses, and of problems.
    rows: Vec<Vec<String>>,
    /// The facts of each code.
    sections: BTreeMap<String, Section>,
    /// Headings and paragraphs outside the sections of codes.
    texts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    status: String,
    /// The class of the status in words.
    #[serde(default)]
    class: Option<String>,
    #[serde(default)]
    description: Vec<String>,
    #[serde(default)]
    causes: Vec<String>,
    #[serde(default)]
    fix: Vec<String>,
    #[serde(default)]
    scenario: Vec<String>,
    /// Messages and captions of examples.
    #[serde(default)]
    message: Vec<String>,
    #[serde(default)]
    headers: Vec<Vec<String>>,
}

/// The content of a page without markup.
#[derive(Default)]
struct Page {
    rows: Vec<Vec<String>>,
    /// The texts by code and heading. The text before the first heading is under "".
    sections: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    texts: Vec<String>,
}

fn read(markdown: &str) -> Page {
    let mut page = Page::default();
    let (mut anchor, mut code): (Option<String>, Option<String>) = (None, None);
    let mut heading = String::new();
    let (mut row, mut text) = (Vec::new(), String::new());
    let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => row = Vec::new(),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                if let Some(code) = &code {
                    let sections = page.sections.entry(code.clone()).or_default();
                    let texts = sections.entry(heading.clone()).or_default();
                    texts.push(row.join(" | "));
                }
                page.rows.push(std::mem::take(&mut row));
            }
            Event::End(TagEnd::TableCell) => row.push(std::mem::take(&mut text)),
            Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::Item
                | Tag::TableCell
                | Tag::CodeBlock(_),
            ) => text = String::new(),
            Event::InlineHtml(html) => {
                let id = html
                    .strip_prefix("<a id=\"")
                    .and_then(|id| id.split_once('"'));
                if let Some((id, _)) = id {
                    anchor = Some(id.to_owned());
                }
            }
            Event::End(TagEnd::Heading(level)) => {
                (code, heading) = match (anchor.take(), level) {
                    (Some(anchor), _) => {
                        assert_eq!(anchor, text, "the anchor of a code is the code");
                        (Some(anchor), String::new())
                    }
                    (None, HeadingLevel::H1 | HeadingLevel::H2) => (None, String::new()),
                    (None, _) => (code, text.clone()),
                };
                page.texts.push(std::mem::take(&mut text));
            }
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock) => {
                let text = std::mem::take(&mut text);
                if let (Some(code), None) = (&code, &anchor) {
                    let sections = page.sections.entry(code.clone()).or_default();
                    let texts = sections.entry(heading.clone()).or_default();
                    texts.push(text.clone());
                }
                page.texts.push(text);
            }
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            _ => {}
        }
    }
    page
}

/// Asserts that a generated page has all facts of the page written by hand.
pub(crate) fn are_on(service: &str, markdown: &str) {
    let text = fs::read_to_string(crate::folder(service).join("docs/facts.json")).unwrap();
    let facts: Facts = serde_json::from_str(&text).unwrap();
    let page = read(markdown);
    for fact in &facts.rows {
        let has_all = |row: &&Vec<String>| fact.iter().all(|cell| row.contains(cell));
        assert!(
            page.rows.iter().any(|row| has_all(&row)),
            "{service}: no row {fact:?}"
        );
    }
    for text in &facts.texts {
        assert!(page.texts.contains(text), "{service}: no text {text:?}");
    }
    for (code, section) in &facts.sections {
        let Some(shown) = page.sections.get(code) else {
            panic!("{service}: no section {code}");
        };
        let has = |heading: &str, fact: &str| {
            let texts = shown.get(heading).map_or(&[][..], Vec::as_slice);
            let found = texts.iter().any(|text| text.contains(fact));
            assert!(
                found,
                "{service}, {code}, {heading:?}: not {fact:?} but {texts:?}"
            );
        };
        has("", &section.status);
        section.class.iter().for_each(|fact| has("", fact));
        section.description.iter().for_each(|fact| has("", fact));
        section
            .causes
            .iter()
            .for_each(|fact| has("Possible causes", fact));
        section.fix.iter().for_each(|fact| has("How to fix", fact));
        section
            .scenario
            .iter()
            .for_each(|fact| has("Scenario", fact));
        section.message.iter().for_each(|fact| has("Example", fact));
        for header in &section.headers {
            let row = &shown["Headers"];
            let has_all = |row: &&String| header.iter().all(|cell| row.contains(cell));
            assert!(
                row.iter().any(|row| has_all(&row)),
                "{service}: no header {header:?}"
            );
        }
    }
}

#[test]
fn missing_facts_are_found() {
    let page = "# T\n\n<a id=\"a\"></a>\n\n### `a`\n\n**HTTP 400 Bad Request**\n\n#### How to fix\n\n- One\n- Two\n";
    let page = read(page);
    let section = &page.sections["a"];
    assert_eq!(section[""], ["HTTP 400 Bad Request"]);
    assert_eq!(section["How to fix"], ["One", "Two"]);
    assert_eq!(section.get("Possible causes"), None);
}
