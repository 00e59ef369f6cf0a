//! The data of a page, in the shape that the template reads.

use std::borrow::Cow;
use std::collections::HashSet;

use minijinja::HtmlEscape;
use serde::Serialize;

use super::assets::SCRIPT;
use super::doc_comment::{inline, to_html, with_heading_ids};
use super::theme::{policy, style};
use crate::model::entry::Entry;
use crate::model::theme::Theme;
use crate::model::{Document, Group};
use crate::plain_text::{code_span, visible};
use crate::render::cell::{self, Columns, reason_phrase, response};
use crate::url;

/// A page.
#[derive(Serialize)]
pub(super) struct Page {
    language: &'static str,
    csp: Cow<'static, str>,
    style: Cow<'static, str>,
    script: &'static str,
    title: String,
    /// The heading as HTML: the title, or the code on the page of a code.
    heading: String,
    /// The URL of the page of all errors, on other pages.
    home: Option<String>,
    /// The HTML element of the status: a heading, if the code is the heading of the page.
    status_tag: &'static str,
    introduction: String,
    statuses: Vec<StatusRow>,
    groups: Vec<GroupView>,
    with_sections: bool,
    no_example: &'static str,
    after: String,
}

#[derive(Serialize)]
struct StatusRow {
    status: u16,
    reason: String,
    errors: Vec<Link>,
}

#[derive(Serialize)]
struct Link {
    breakable: String,
    link: String,
}

#[derive(Serialize)]
struct GroupView {
    anchor: String,
    /// The id of the heading, unless a code has the same.
    id: Option<String>,
    /// The link to the heading, if it has an id.
    link: Option<String>,
    title: String,
    head: Vec<&'static str>,
    has_titles: bool,
    has_types: bool,
    introduction: String,
    errors: Vec<EntryView>,
}

#[derive(Serialize)]
struct EntryView {
    anchor: String,
    link: String,
    permalink: String,
    code: String,
    /// The code as HTML with line-break opportunities.
    breakable: String,
    status: u16,
    class: u16,
    class_name: &'static str,
    reason: String,
    /// All known statuses, for the search.
    statuses: String,
    other_statuses: Option<String>,
    title: String,
    #[serde(rename = "type")]
    type_uri: Option<String>,
    /// The `type` in the table, as HTML. Empty for `about:blank`.
    type_cell: String,
    category: Option<String>,
    /// The heading of the deprecation, if the entry is deprecated.
    deprecation: Option<String>,
    /// The note of the deprecation, as HTML.
    deprecated: String,
    summary: String,
    description: String,
    parts: Vec<Section>,
    tables: Vec<Table>,
    example: String,
    examples: Vec<Response>,
}

#[derive(Serialize)]
struct Section {
    title: &'static str,
    html: String,
}

#[derive(Serialize)]
struct Table {
    title: &'static str,
    head: Vec<&'static str>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    value: String,
    description: String,
}

#[derive(Serialize)]
struct Response {
    /// The text before the response. Empty if the heading is enough.
    lead_in: String,
    label: String,
    text: String,
}

impl Page {
    /// The page with all errors.
    pub(super) fn all(document: &Document) -> Self {
        Self::new(document, true, |error| {
            format!("#{}", url::fragment(&error.anchor))
        })
    }

    /// The page with only the tables, which link to the pages of single errors at `path`.
    pub(super) fn index(document: &Document, path: fn(&Entry) -> String) -> Self {
        Self::new(document, false, path)
    }

    fn new(document: &Document, with_sections: bool, link: fn(&Entry) -> String) -> Self {
        let statuses = document
            .by_status()
            .into_iter()
            .map(|(status, errors)| StatusRow {
                status,
                reason: reason_phrase(status, errors.iter().map(|(_, e)| *e)).to_owned(),
                errors: errors
                    .iter()
                    .map(|(_, error)| Link {
                        breakable: breakable(&error.code.to_string()),
                        link: link(error),
                    })
                    .collect(),
            });
        // Codes get their ids first, so a heading of the same name has no id.
        let mut used_ids: HashSet<String> = document.errors().map(|e| e.anchor.clone()).collect();
        let introduction = with_heading_ids(&document.introduction, 2, &mut used_ids);
        let groups = document.groups.iter();
        let groups = groups
            .map(|group| {
                let id = used_ids.insert(group.anchor.clone());
                GroupView {
                    id: id.then(|| group.anchor.clone()),
                    link: id.then(|| format!("#{}", url::fragment(&group.anchor))),
                    ..GroupView::new(group, group.errors.iter(), link)
                }
            })
            .collect();
        Self {
            language: "en",
            csp: policy(&document.theme),
            style: style(&document.theme),
            script: if with_sections { SCRIPT } else { "" },
            title: document.title.clone(),
            heading: HtmlEscape(&document.title).to_string(),
            home: None,
            status_tag: "span",
            introduction,
            statuses: statuses.collect(),
            groups,
            with_sections,
            no_example: Entry::NO_EXAMPLE,
            after: with_heading_ids(&document.after, 2, &mut used_ids),
        }
    }

    /// Some errors with their groups, and a link to where all are.
    pub(super) fn errors(document: &Document, home: &str, errors: &[(&Group, &Entry)]) -> Self {
        let link = |error: &Entry| format!("#{}", url::fragment(&error.anchor));
        let groups = errors.chunk_by(|(one, _), (next, _)| std::ptr::eq(*one, *next));
        let groups = groups.filter_map(|part| {
            let (group, _) = part.first()?;
            let errors = part.iter().map(|(_, error)| *error);
            Some(GroupView::new(group, errors, link))
        });
        let code = errors.first().map(|(_, error)| error.code.to_string());
        let code = code.unwrap_or_default();
        let title = format!("{code} - {}", document.title);
        Self {
            csp: policy(&document.theme),
            style: style(&document.theme),
            script: SCRIPT,
            heading: breakable(&code),
            groups: groups.collect(),
            with_sections: true,
            ..Self::notice(&title, "", home)
        }
    }

    /// A page with one Markdown text, and a link to the page of all errors.
    pub(super) fn notice(title: &str, text: &str, home: &str) -> Self {
        Self {
            language: "en",
            csp: policy(&Theme::DEFAULT),
            style: style(&Theme::DEFAULT),
            script: "",
            title: title.to_owned(),
            heading: HtmlEscape(title).to_string(),
            home: Some(home.to_owned()),
            status_tag: "h3",
            introduction: to_html(text, 2),
            statuses: Vec::new(),
            groups: Vec::new(),
            with_sections: false,
            no_example: Entry::NO_EXAMPLE,
            after: String::new(),
        }
    }
}

impl GroupView {
    fn new<'a>(
        group: &Group,
        errors: impl Iterator<Item = &'a Entry>,
        link: fn(&Entry) -> String,
    ) -> Self {
        let columns = Columns::new(group);
        Self {
            anchor: group.anchor.clone(),
            id: None,
            link: None,
            title: group.title.clone(),
            head: columns.head,
            has_titles: columns.titles,
            has_types: columns.types,
            introduction: to_html(&group.introduction, 3),
            errors: errors
                .map(|error| EntryView::new(group, error, link))
                .collect(),
        }
    }
}

impl EntryView {
    fn new(group: &Group, error: &Entry, link: fn(&Entry) -> String) -> Self {
        let summary = match error.summary.as_str() {
            "" => inline(&crate::plain_text::escape(&error.title)),
            summary => inline(summary),
        };
        let mark = error.deprecated.as_ref();
        let mark = mark.map_or("", |_| "<strong>Deprecated.</strong> ");
        let statuses: Vec<String> = error.known_statuses().iter().map(u16::to_string).collect();
        Self {
            anchor: error.anchor.clone(),
            link: link(error),
            permalink: format!("#{}", url::fragment(&error.anchor)),
            breakable: breakable(&error.code.to_string()),
            code: error.code.to_string(),
            status: error.status,
            class: error.status / 100,
            class_name: error.class(),
            reason: error.reason.clone(),
            statuses: statuses.join(" "),
            other_statuses: error.other_statuses(),
            title: error.title.clone(),
            type_uri: (error.has_type() || !group.has_code()).then(|| error.type_uri.clone()),
            type_cell: if error.has_type() {
                format!("<code>{}</code>", breakable(&error.type_uri))
            } else {
                String::new()
            },
            category: error.category.clone(),
            deprecation: error.deprecation(),
            deprecated: inline(&error.deprecation_note()),
            summary: format!("{mark}{summary}"),
            description: to_html(&error.description, 4),
            parts: error
                .parts()
                .map(|(title, text)| Section {
                    title,
                    html: to_html(text, 5),
                })
                .collect(),
            tables: tables(error),
            example: to_html(&error.example, 5),
            examples: responses(error),
        }
    }
}

fn responses(error: &Entry) -> Vec<Response> {
    let numbered = error.examples.iter().zip(1..);
    numbered
        .map(|(example, number)| Response {
            lead_in: match error.lead_in(example) {
                "" if !error.example.is_empty() => "Response",
                text => text,
            }
            .to_owned(),
            label: format!("Response {number} of {}", error.code),
            text: response(example),
        })
        .collect()
}

fn tables(error: &Entry) -> Vec<Table> {
    let details = error.details.iter().map(|detail| Row {
        name: inline(&cell::detail_name(detail)),
        value: inline(&cell::detail_type(detail)),
        description: to_html(&detail.description, 6),
    });
    let headers = error.headers.iter().map(|header| Row {
        name: inline(&code_span(&header.name)),
        value: inline(&cell::header_value(header)),
        description: to_html(&header.description, 6),
    });
    let tables = [
        table("Details", cell::DETAILS, details.collect()),
        table("Headers", cell::HEADERS, headers.collect()),
    ];
    tables
        .into_iter()
        .filter(|table| !table.rows.is_empty())
        .collect()
}

/// A table, without the column of descriptions if all are empty.
fn table(title: &'static str, head: [&'static str; 3], rows: Vec<Row>) -> Table {
    let described = rows.iter().any(|row| !row.description.is_empty());
    Table {
        title,
        head: head[..if described { 3 } else { 2 }].to_vec(),
        rows,
    }
}

/// A code as HTML that may break after punctuation.
fn breakable(code: &str) -> String {
    let code = visible(code);
    let words = code.split_inclusive(|c: char| c.is_ascii_punctuation());
    let words: Vec<String> = words.map(|word| HtmlEscape(word).to_string()).collect();
    words.join("<wbr>")
}
