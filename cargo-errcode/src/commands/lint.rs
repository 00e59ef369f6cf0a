//! `cargo errcode lint`: reports missing documentation and codes that are easy to confuse.

use std::fmt::Write as _;

use errcode_docs::lint::{Finding, FindingKind, Lost, lint, lost};
use serde::Serialize;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{Deserialize, IntoDeserializer};

use super::Outcome;
use super::service::Service;
use crate::failure::Failure;
use crate::options::Source;
use crate::terminal::report::{self, GOOD, HEADING, WARNING, escaped, styled};

/// Report missing documentation and codes that are easy to confuse
///
/// Kinds of findings: undocumented, no-example, no-fix, no-retry, unknown-type, near-codes, same-text. Allow a kind with
/// `--allow KIND`, or permanently in `Cargo.toml`: `[package.metadata.errcode.lint] allow = ["no-fix"]`.
///
/// A table says what the response bodies do not carry of the errors. It is no finding.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Do not report this kind of finding; repeatable
    #[arg(short, long, value_name = "KIND", value_parser = parse_kind)]
    allow: Vec<FindingKind>,
    /// Print only what the response bodies do not carry of the errors
    #[arg(long, conflicts_with = "allow")]
    lost: bool,
    /// Print JSON: an array with one object per finding, or per row with `--lost`
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    source: Source,
}

/// A finding, or something that is lost, in one package.
#[derive(Serialize)]
struct OfPackage<'a, T> {
    package: &'a str,
    #[serde(flatten)]
    item: T,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let services = Service::select(&args.source)?;
    let documents = Service::documents(&services)?;
    let mut all_lost = Vec::new();
    for (package, document) in &documents {
        let rows = lost(document).into_iter();
        all_lost.extend(rows.map(|item| OfPackage { package, item }));
    }
    let has_packages = services.len() > 1;
    if args.lost {
        let text = if args.json {
            super::json(&all_lost)?
        } else {
            to_table(&all_lost, has_packages)
        };
        report::print(&text)?;
        return Ok(Outcome::NoFindings);
    }
    let mut all = Vec::new();
    for (service, (package, document)) in services.iter().zip(&documents) {
        let allowed = &service.settings.lint.allow;
        let findings = lint(document).into_iter();
        let findings =
            findings.filter(|f| !args.allow.contains(&f.kind) && !allowed.contains(&f.kind));
        all.extend(findings.map(|item| OfPackage { package, item }));
    }
    let text = if args.json {
        super::json(&all)?
    } else {
        let mut table = to_table(&all_lost, has_packages);
        if !table.is_empty() {
            table.push('\n');
        }
        table + &to_text(&all, has_packages)
    };
    report::print(&text)?;
    Ok(Outcome::findings(!all.is_empty()))
}

/// What is lost as a table; nothing if nothing is.
fn to_table(all: &[OfPackage<'_, Lost>], has_packages: bool) -> String {
    if all.is_empty() {
        return String::new();
    }
    let mut head = vec!["NOT IN BODIES", "FORMAT", "TYPE", "ERRORS"];
    if has_packages {
        head.insert(0, "PACKAGE");
    }
    let rows = all.iter().map(|OfPackage { package, item }| {
        let of = format!("{} of {}", item.codes.len(), item.errors);
        let mut cells = vec![
            item.fact.to_string(),
            escaped(&item.format),
            escaped(item.group.rsplit("::").next().unwrap_or_default()),
            of,
        ];
        if has_packages {
            cells.insert(0, (*package).to_owned());
        }
        cells
    });
    report::table(&head, &rows.collect::<Vec<_>>())
}

/// The findings as text. With several packages, each has a heading. The last line counts the findings.
fn to_text(all: &[OfPackage<'_, Finding>], has_packages: bool) -> String {
    let mut text = String::new();
    let mut package = None;
    for item in all {
        if has_packages && package != Some(item.package) {
            package = Some(item.package);
            text.push_str(&styled(HEADING, format!("{}\n", item.package)));
        }
        let line = escaped(&item.item.to_string());
        let kind = item.item.kind.to_string();
        let rest = line.strip_prefix(&kind).unwrap_or(&line);
        let _ = writeln!(text, "{}{rest}", styled(WARNING, kind));
    }
    text + &match all.len() {
        0 => format!("{}\n", styled(GOOD, "No findings.")),
        1 => "1 finding.\n".to_owned(),
        count => format!("{count} findings.\n"),
    }
}

/// Parses a kind of finding.
fn parse_kind(name: &str) -> Result<FindingKind, Error> {
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    FindingKind::deserialize(name)
}
