//! `cargo errcode lint`: reports missing documentation and codes that are easy to confuse.

use std::fmt::Write as _;

use errcode_docs::lint::{Finding, FindingKind, lint};
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
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Do not report this kind of finding; repeatable
    #[arg(short, long, value_name = "KIND", value_parser = parse_kind)]
    allow: Vec<FindingKind>,
    /// Print the findings as JSON: an array with one object per finding
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    source: Source,
}

/// A finding in one package.
#[derive(Serialize)]
struct PackageFinding<'a> {
    package: &'a str,
    #[serde(flatten)]
    finding: Finding,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let services = Service::select(&args.source)?;
    let mut all = Vec::new();
    for service in &services {
        let allowed = &service.settings.lint.allow;
        let findings = lint(&service.document()?).into_iter();
        let findings =
            findings.filter(|f| !args.allow.contains(&f.kind) && !allowed.contains(&f.kind));
        all.extend(findings.map(|finding| PackageFinding {
            package: &service.name,
            finding,
        }));
    }
    let text = if args.json {
        super::json(&all)?
    } else {
        to_text(&all, services.len() > 1)
    };
    report::print(&text)?;
    Ok(Outcome::findings(!all.is_empty()))
}

/// The findings as text. With several packages, each has a heading. The last line counts the findings.
fn to_text(all: &[PackageFinding<'_>], has_packages: bool) -> String {
    let mut text = String::new();
    let mut package = None;
    for item in all {
        if has_packages && package != Some(item.package) {
            package = Some(item.package);
            text.push_str(&styled(HEADING, format!("{}\n", item.package)));
        }
        let line = escaped(&item.finding.to_string());
        let kind = item.finding.kind.to_string();
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
