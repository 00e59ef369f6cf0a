//! Markdown: one page, or a folder with one file for each group.

mod mdx;
mod section;
mod tables;
mod text;

use std::fmt::Write as _;

use crate::file::File;
use crate::model::entry::Entry;
use crate::model::{Document, Group};
use crate::render::page_link;
use crate::url;
use section::section;
use tables::table;
use text::{below, block, cell, code_cell};

use crate::plain_text::{escape, one_line};
use crate::render::cell::{Columns, reason_phrase};

/// Options of the Markdown documents.
///
/// ```
/// use errcode_docs::markdown;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(format = flat, status = 409, code = "SLUG_TAKEN")]
/// # /// The slug is already in use.
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let mut front_matter = markdown::FrontMatter::default();
/// front_matter.description = Some("What can go wrong.".into());
/// front_matter.sidebar_position = Some(3);
/// let mut options = markdown::Options::default();
/// options.front_matter = Some(front_matter);
///
/// let page = markdown(&SKILLS, &options);
/// assert!(page.starts_with("---\n") && page.contains("\nsidebar_position: 3\n"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Options {
    /// The front matter at the top of the page, for documentation sites.
    pub front_matter: Option<FrontMatter>,
}

/// The YAML front matter of a page. The title is that of the document. [`Options`] shows how to set it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[non_exhaustive]
pub struct FrontMatter {
    /// A description of the page, for search engines.
    pub description: Option<String>,
    /// The position of the page in a sidebar.
    pub sidebar_position: Option<i64>,
}

/// The document as one page of CommonMark with GFM tables. It is valid MDX too.
///
/// The page has an index by status, a table for each group, and a section for each error with the anchor `#CODE`.
/// Raw HTML in doc comments is shown as text.
///
/// ```
/// use errcode_docs::markdown;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(format = flat, status = 409, code = "SLUG_TAKEN")]
/// # /// The slug is already in use.
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let page = markdown(&SKILLS, &markdown::Options::default());
/// assert!(page.starts_with("# Skills API\n"));
/// assert!(page.contains("| [`SLUG_TAKEN`](#SLUG_TAKEN) | 409 | The slug is already in use. |"));
/// ```
pub fn markdown(source: impl Into<Document>, options: &Options) -> String {
    let document = source.into();
    let mut page = front_matter(&document.title, options.front_matter.as_ref());
    block(&mut page, &format!("# {}", escape(&document.title)));
    block(&mut page, &below(&document.introduction, 2));
    block(&mut page, &status_index(&document, |_| String::new()));
    for group in &document.groups {
        block(&mut page, &format!("## {}", escape(&group.title)));
        self::group(&mut page, group, 3);
    }
    block(&mut page, &after(&document));
    page
}

/// The closing text, separated by a rule unless it begins with a heading.
fn after(document: &Document) -> String {
    let after = below(&document.after, 2);
    if after.is_empty() || after.starts_with('#') {
        after
    } else {
        format!("---\n\n{after}")
    }
}

/// The document as a folder: `index.md` with the index by status, and one file for each group.
///
/// ```
/// use errcode_docs::markdown;
/// # #[derive(Debug, thiserror::Error, errcode::ApiError)]
/// # #[error("taken")]
/// # #[api(format = flat, status = 409, code = "SLUG_TAKEN")]
/// # /// The slug is already in use.
/// # struct SkillError;
/// # errcode::catalog! { static SKILLS: Catalog = { title: "Skills API", types: [SkillError] }; }
///
/// let files = markdown::files(&SKILLS, &markdown::Options::default());
/// let paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
/// assert_eq!(paths, ["index.md", "skill-error.md"]);
/// ```
pub fn files(source: impl Into<Document>, options: &Options) -> Vec<File> {
    let document = source.into();
    let file = |group: &Group| format!("{}.md", file_stem(group));
    let places = page_link::places(&document, |group, error| {
        format!("{}#{}", file(group), url::fragment(&error.anchor))
    });
    let of_groups = page_link::relink(document.clone(), |fragment| {
        let place = places.get(fragment).cloned();
        Some(place.unwrap_or_else(|| format!("index.md#{fragment}")))
    });
    let document = page_link::relink(document, |fragment| {
        let place = places.get(fragment).cloned();
        Some(place.unwrap_or_else(|| format!("#{fragment}")))
    });
    let front = options.front_matter.as_ref();
    let mut index = front_matter(&document.title, front);
    block(&mut index, &format!("# {}", escape(&document.title)));
    block(&mut index, &below(&document.introduction, 2));
    block(&mut index, &group_list(&document));
    block(&mut index, &status_index(&document, file));
    block(&mut index, &after(&document));
    let mut files = vec![File {
        path: "index.md".to_owned(),
        text: index,
    }];
    for (group, position) in of_groups.groups.iter().zip(2..) {
        let of_group = front.map(|_| FrontMatter {
            description: None,
            sidebar_position: Some(position),
        });
        let mut page = front_matter(&group.title, of_group.as_ref());
        block(&mut page, &format!("# {}", escape(&group.title)));
        self::group(&mut page, group, 2);
        files.push(File {
            path: file(group),
            text: page,
        });
    }
    files
}

/// The name of a group's file, which is never `index`. Other characters than letters and digits are replaced, because
/// an anchor that was read from a file could lead out of the folder.
fn file_stem(group: &Group) -> String {
    match group.anchor.as_str() {
        "index" => "index-errors".to_owned(),
        anchor => anchor.replace(|c: char| !c.is_alphanumeric(), "-"),
    }
}

fn front_matter(title: &str, front: Option<&FrontMatter>) -> String {
    let Some(front) = front else {
        return String::new();
    };
    let mut yaml = format!("---\ntitle: {}\n", yaml_string(title));
    if let Some(description) = &front.description {
        let _ = writeln!(yaml, "description: {}", yaml_string(description));
    }
    if let Some(position) = front.sidebar_position {
        let _ = writeln!(yaml, "sidebar_position: {position}");
    }
    yaml + "---\n"
}

/// A text as a YAML string. JSON strings are valid YAML.
fn yaml_string(text: &str) -> String {
    crate::Json::from(one_line(text)).to_string()
}

/// A link to the section of an error, for a table cell.
fn link(error: &Entry, file: &str) -> String {
    let target = url::fragment(&error.anchor);
    format!("[{}]({file}#{target})", code_cell(&error.code.to_string()))
}

fn status_index(document: &Document, file: impl Fn(&Group) -> String) -> String {
    let statuses = document.by_status();
    if statuses.is_empty() {
        return String::new();
    }
    let rows = statuses.into_iter().map(|(status, errors)| {
        let reason = reason_phrase(status, errors.iter().map(|(_, error)| *error));
        let links = errors
            .iter()
            .map(|(group, error)| link(error, &file(group)));
        vec![
            format!("{status} {}", escape(reason)),
            links.collect::<Vec<_>>().join(", "),
        ]
    });
    let table = table(&["HTTP status", "Errors"], rows);
    format!("## By status\n\n{table}")
}

fn group_list(document: &Document) -> String {
    let items = document.groups.iter().map(|group| {
        let errors = match group.errors.len() {
            1 => "1 error".to_owned(),
            many => format!("{many} errors"),
        };
        let title = escape(&group.title);
        format!("- [{title}](<{}.md>): {errors}", file_stem(group))
    });
    items.collect::<Vec<_>>().join("\n")
}

/// Writes a group: its introduction, table, and sections with headings of the given level.
fn group(page: &mut String, group: &Group, level: u8) {
    block(page, &below(&group.introduction, level));
    block(page, &group_table(group));
    for error in &group.errors {
        section(page, group, error, level);
    }
}

fn group_table(group: &Group) -> String {
    let columns = Columns::new(group);
    let rows = group.errors.iter().map(|error| {
        let mut row = vec![link(error, ""), error.status.to_string()];
        if columns.titles {
            row.push(escape(&error.title));
        }
        if columns.types {
            // `about:blank` is left out here. The section shows it.
            let type_uri = error.has_type().then(|| code_cell(&error.type_uri));
            row.push(type_uri.unwrap_or_default());
        }
        row.push(description(error));
        row
    });
    table(&columns.head, rows)
}

/// The description of an error in its row: the summary, or the title if there is no summary.
fn description(error: &Entry) -> String {
    let text = match error.summary.as_str() {
        "" => escape(&error.title),
        summary => cell(summary),
    };
    match error.deprecated {
        Some(_) => format!("**Deprecated.** {text}"),
        None => text,
    }
}
