//! `cargo errcode list`: prints the codes as a table or as JSON.

use std::str::FromStr;

use errcode_docs::{Code, Document, Entry, Group};
use serde::Serialize;

use super::Outcome;
use super::service::Service;
use crate::failure::Failure;
use crate::options::Source;
use crate::terminal::report::{self, escaped};
use crate::terminal::{markdown, suggestion};

/// List the codes
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Only errors with this status (`404`) or class (`4xx`); repeatable
    #[arg(short, long, value_name = "STATUS")]
    status: Vec<StatusFilter>,
    /// Only errors of this group, by its heading or type name; repeatable
    #[arg(short, long, value_name = "GROUP")]
    group: Vec<String>,
    /// Print JSON: an array with one object per error
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    source: Source,
}

/// A status or a class of statuses.
#[derive(Clone, Copy, Debug, PartialEq)]
enum StatusFilter {
    One(u16),
    /// The first digit.
    Class(u16),
}

impl StatusFilter {
    fn matches(self, status: u16) -> bool {
        match self {
            Self::One(one) => status == one,
            Self::Class(class) => status / 100 == class,
        }
    }
}

impl FromStr for StatusFilter {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let class = text.strip_suffix("xx").or_else(|| text.strip_suffix("XX"));
        let number = class.unwrap_or(text).parse::<u16>().ok();
        match (class, number) {
            (Some(_), Some(class @ 1..=9)) => Ok(Self::Class(class)),
            (None, Some(status @ 100..=999)) => Ok(Self::One(status)),
            _ => Err("expected a status such as `404` or a class such as `4xx`".to_owned()),
        }
    }
}

/// An error as a row of the table and as JSON.
#[derive(Serialize)]
struct Row<'a> {
    package: &'a str,
    group: &'a str,
    code: &'a Code,
    status: u16,
    title: &'a str,
    #[serde(rename = "type")]
    type_uri: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    category: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecated: Option<&'a str>,
    /// Plain text.
    summary: String,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let services = Service::select(&args.source)?;
    let documents = Service::documents(&services)?;
    let rows = rows(args, &documents)?;
    if args.json {
        report::print(&super::json(&rows)?)?;
    } else if rows.is_empty() {
        report::status("no error matches");
    } else {
        report::print(&table(&rows, documents.len() > 1))?;
    }
    Ok(Outcome::NoFindings)
}

fn rows<'a>(args: &Args, documents: &'a [(&'a str, Document)]) -> Result<Vec<Row<'a>>, Failure> {
    let groups = || documents.iter().flat_map(|(_, document)| &document.groups);
    for name in &args.group {
        if !groups().any(|group| has_name(group, name)) {
            return Err(unknown_group(name, groups()));
        }
    }
    let mut rows = Vec::new();
    for (package, document) in documents {
        for group in &document.groups {
            let is_wanted = |name: &String| has_name(group, name);
            if !args.group.is_empty() && !args.group.iter().any(is_wanted) {
                continue;
            }
            let is_wanted = |error: &&Entry| {
                args.status.is_empty()
                    || args
                        .status
                        .iter()
                        .any(|status| status.matches(error.status))
            };
            let errors = group.errors.iter().filter(is_wanted);
            rows.extend(errors.map(|error| row(package, group, error)));
        }
    }
    Ok(rows)
}

fn row<'a>(package: &'a str, group: &'a Group, error: &'a Entry) -> Row<'a> {
    Row {
        package,
        group: &group.title,
        code: &error.code,
        status: error.status,
        title: &error.title,
        type_uri: &error.type_uri,
        category: error.category.as_deref(),
        deprecated: error.deprecated.as_deref(),
        summary: markdown::to_line(&error.summary),
    }
}

/// Whether this is the heading of the group, or the path or name of its type.
fn has_name(group: &Group, name: &str) -> bool {
    let names = [&group.title, &group.name, type_name(group)];
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn type_name(group: &Group) -> &str {
    group.name.rsplit("::").next().unwrap_or(&group.name)
}

fn unknown_group<'a>(name: &str, groups: impl Iterator<Item = &'a Group> + Clone) -> Failure {
    let names = groups
        .clone()
        .flat_map(|group| [group.title.as_str(), type_name(group)]);
    let help = suggestion::did_you_mean(name, names).unwrap_or_else(|| {
        let titles: Vec<&str> = groups.map(|group| group.title.as_str()).collect();
        suggestion::all("group", &titles)
    });
    Failure::new(format!("unknown group `{name}`")).help(help)
}

fn table(rows: &[Row<'_>], has_packages: bool) -> String {
    let mut head = vec!["CODE", "STATUS", "GROUP", "DESCRIPTION"];
    if has_packages {
        head.insert(0, "PACKAGE");
    }
    let cells = rows.iter().map(|row| {
        let prefix = if row.deprecated.is_some() {
            "deprecated: "
        } else {
            ""
        };
        let text = if row.summary.is_empty() {
            row.title
        } else {
            &row.summary
        };
        let mut cells = vec![
            escaped(&row.code.to_string()),
            row.status.to_string(),
            escaped(row.group),
            escaped(&format!("{prefix}{text}")),
        ];
        if has_packages {
            cells.insert(0, row.package.to_owned());
        }
        cells
    });
    report::table(&head, &cells.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::StatusFilter;

    #[test]
    fn statuses_and_classes() {
        assert_eq!("404".parse(), Ok(StatusFilter::One(404)));
        assert_eq!("4xx".parse(), Ok(StatusFilter::Class(4)));
        assert_eq!("5XX".parse(), Ok(StatusFilter::Class(5)));
        for wrong in [
            "",
            "4",
            "xx",
            "40x",
            "4xxx",
            "-404",
            "1000",
            "0xx",
            "not found",
        ] {
            assert!(wrong.parse::<StatusFilter>().is_err(), "{wrong}");
        }
        assert!(StatusFilter::Class(4).matches(499) && !StatusFilter::Class(4).matches(500));
    }
}
