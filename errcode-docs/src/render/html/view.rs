//! What a page shows, as the template reads it.

use std::collections::HashSet;

use minijinja::HtmlEscape;
use serde::Serialize;

use super::doc_comment::{inline, to_html, with_ids};
use super::{CONTENT_SECURITY_POLICY, SCRIPT, STYLE, path};
use crate::model::{Document, ErrorDoc, Group};
use crate::name;
use crate::render::cell::{self, Columns, code, response, visible};

/// A page.
#[derive(Serialize)]
pub(super) struct View {
    language: &'static str,
    csp: &'static str,
    style: &'static str,
    script: &'static str,
    title: String,
    /// The title as HTML; on the page of an error, its code.
    heading: String,
    /// Where all errors are, if the page is that of one.
    home: Option<String>,
    /// The element that has the status: the heading, where the code is that of the page.
    status_tag: &'static str,
    introduction: String,
    statuses: Vec<Line>,
    groups: Vec<Part>,
    with_sections: bool,
    no_example: &'static str,
    after: String,
}

#[derive(Serialize)]
struct Line {
    status: u16,
    reason: String,
    errors: Vec<Link>,
}

#[derive(Serialize)]
struct Link {
    broken: String,
    link: String,
}

#[derive(Serialize)]
struct Part {
    anchor: String,
    /// The id of the heading, if it is free.
    id: Option<String>,
    title: String,
    head: Vec<&'static str>,
    has_titles: bool,
    has_types: bool,
    introduction: String,
    errors: Vec<Shown>,
}

#[derive(Serialize)]
struct Shown {
    anchor: String,
    link: String,
    own: String,
    code: String,
    /// The code as HTML that may be broken between its words.
    broken: String,
    status: u16,
    class: u16,
    class_name: &'static str,
    reason: String,
    status_varies: bool,
    title: String,
    #[serde(rename = "type")]
    type_uri: Option<String>,
    /// What the row says of it: nothing, if it has none of its own.
    own_type: String,
    category: Option<String>,
    /// That it is deprecated, and the note.
    deprecation: Option<String>,
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
    /// Empty where the heading is enough.
    lead_in: String,
    label: String,
    text: String,
}

impl View {
    /// All on one page.
    pub(super) fn page(document: &Document) -> Self {
        Self::of(document, true, |error| {
            format!("#{}", name::fragment(&error.anchor))
        })
    }

    /// The tables, with links to the errors' own pages.
    pub(super) fn index(document: &Document) -> Self {
        Self::of(document, false, path)
    }

    fn of(document: &Document, with_sections: bool, link: fn(&ErrorDoc) -> String) -> Self {
        let statuses = document
            .by_status()
            .into_iter()
            .map(|(status, errors)| Line {
                status,
                reason: errors
                    .first()
                    .map_or_else(String::new, |(_, e)| e.reason.clone()),
                errors: errors
                    .iter()
                    .map(|(_, error)| Link {
                        broken: broken(&error.code.to_string()),
                        link: link(error),
                    })
                    .collect(),
            });
        // The codes come first: a heading of the same name has no id.
        let mut taken: HashSet<String> = document.errors().map(|e| e.anchor.clone()).collect();
        let introduction = with_ids(&document.introduction, 2, &mut taken);
        let groups = document.groups.iter();
        let groups = groups
            .map(|group| {
                let id = taken.insert(group.anchor.clone());
                Part {
                    id: id.then(|| group.anchor.clone()),
                    ..Part::of(group, group.errors.iter(), link)
                }
            })
            .collect();
        Self {
            language: "en",
            csp: CONTENT_SECURITY_POLICY,
            style: STYLE,
            script: if with_sections { SCRIPT } else { "" },
            title: document.title.clone(),
            heading: HtmlEscape(&document.title).to_string(),
            home: None,
            status_tag: "span",
            introduction,
            statuses: statuses.collect(),
            groups,
            with_sections,
            no_example: ErrorDoc::NO_EXAMPLE,
            after: with_ids(&document.after, 2, &mut taken),
        }
    }

    /// Some errors with their groups, and a link to where all are.
    pub(super) fn errors(document: &Document, home: &str, errors: &[(&Group, &ErrorDoc)]) -> Self {
        let link = |error: &ErrorDoc| format!("#{}", name::fragment(&error.anchor));
        let groups = errors.chunk_by(|(one, _), (next, _)| std::ptr::eq(*one, *next));
        let groups = groups.filter_map(|part| {
            let (group, _) = part.first()?;
            let errors = part.iter().map(|(_, error)| *error);
            Some(Part::of(group, errors, link))
        });
        let code = errors.first().map(|(_, error)| error.code.to_string());
        let code = code.unwrap_or_default();
        let title = format!("{code} - {}", document.title);
        Self {
            script: SCRIPT,
            heading: broken(&code),
            groups: groups.collect(),
            with_sections: true,
            ..Self::notice(&title, "", home)
        }
    }

    /// A text in Markdown, with a link to where all errors are.
    pub(super) fn notice(title: &str, text: &str, home: &str) -> Self {
        Self {
            language: "en",
            csp: CONTENT_SECURITY_POLICY,
            style: STYLE,
            script: "",
            title: title.to_owned(),
            heading: HtmlEscape(title).to_string(),
            home: Some(home.to_owned()),
            status_tag: "h3",
            introduction: to_html(text, 2),
            statuses: Vec::new(),
            groups: Vec::new(),
            with_sections: false,
            no_example: ErrorDoc::NO_EXAMPLE,
            after: String::new(),
        }
    }
}

impl Part {
    fn of<'a>(
        group: &Group,
        errors: impl Iterator<Item = &'a ErrorDoc>,
        link: fn(&ErrorDoc) -> String,
    ) -> Self {
        let columns = Columns::of(group);
        Self {
            anchor: group.anchor.clone(),
            id: None,
            title: group.title.clone(),
            head: columns.head,
            has_titles: columns.titles,
            has_types: columns.types,
            introduction: to_html(&group.introduction, 3),
            errors: errors.map(|error| Shown::of(group, error, link)).collect(),
        }
    }
}

impl Shown {
    fn of(group: &Group, error: &ErrorDoc, link: fn(&ErrorDoc) -> String) -> Self {
        let summary = match error.summary.as_str() {
            "" => inline(&crate::plain_text::escape(&error.title)),
            summary => inline(summary),
        };
        let mark = error.deprecated.as_ref();
        let mark = mark.map_or("", |_| "<strong>Deprecated.</strong> ");
        Self {
            anchor: error.anchor.clone(),
            link: link(error),
            own: format!("#{}", name::fragment(&error.anchor)),
            broken: broken(&error.code.to_string()),
            code: error.code.to_string(),
            status: error.status,
            class: error.status / 100,
            class_name: error.class(),
            reason: error.reason.clone(),
            status_varies: error.status_varies,
            title: error.title.clone(),
            type_uri: (error.has_type() || !group.has_code()).then(|| error.type_uri.clone()),
            own_type: if error.has_type() {
                format!("<code>{}</code>", broken(&error.type_uri))
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

fn responses(error: &ErrorDoc) -> Vec<Response> {
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

fn tables(error: &ErrorDoc) -> Vec<Table> {
    let details = error.details.iter().map(|detail| Row {
        name: inline(&cell::member(detail)),
        value: inline(&cell::type_of(detail)),
        description: to_html(&detail.description, 6),
    });
    let headers = error.headers.iter().map(|header| Row {
        name: inline(&code(&header.name)),
        value: inline(&cell::value_of(header)),
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

/// A table, without the descriptions if there are none.
fn table(title: &'static str, head: [&'static str; 3], rows: Vec<Row>) -> Table {
    let described = rows.iter().any(|row| !row.description.is_empty());
    Table {
        title,
        head: head[..if described { 3 } else { 2 }].to_vec(),
        rows,
    }
}

/// A code as HTML that may be broken behind the marks between its words.
fn broken(code: &str) -> String {
    let code = visible(code);
    let words = code.split_inclusive(|c: char| c.is_ascii_punctuation());
    let words: Vec<String> = words.map(|word| HtmlEscape(word).to_string()).collect();
    words.join("<wbr>")
}
