//! `cargo errcode lint`: what a catalog leaves its readers to guess.

use std::fmt::Write as _;

use errcode_docs::lint::{Finding, FindingKind, lint};
use serde::Serialize;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{Deserialize, IntoDeserializer};

use super::service::Service;
use crate::Outcome;
use crate::failure::Failure;
use crate::options::Source;
use crate::terminal::report::{self, GOOD, HEADING, WARNING, plain, styled};

/// Tell what is missing in the documents, or easily mistaken
///
/// Kinds: undocumented, no-example, no-fix, unknown-type, near-codes, same-text. They are allowed with `--allow`, or for good in `Cargo.toml`:
/// `[package.metadata.errcode.lint] allow = ["no-fix"]`.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// A kind of finding that is not wanted; may be repeated
    #[arg(short, long, value_name = "KIND", value_parser = kind)]
    allow: Vec<FindingKind>,
    /// Print the findings as JSON: an array with an object for each
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    source: Source,
}

/// A finding in a package.
#[derive(Serialize)]
struct Found<'a> {
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
        all.extend(findings.map(|finding| Found {
            package: &service.name,
            finding,
        }));
    }
    let text = if args.json {
        super::json(&all)?
    } else {
        text(&all, services.len() > 1)
    };
    report::print(&text)?;
    Ok(Outcome::findings(!all.is_empty()))
}

/// The findings in words; of several packages each under its name. The last line counts them.
fn text(all: &[Found<'_>], has_packages: bool) -> String {
    let mut text = String::new();
    let mut package = None;
    for found in all {
        if has_packages && package != Some(found.package) {
            package = Some(found.package);
            text.push_str(&styled(HEADING, format!("{}\n", found.package)));
        }
        let words = plain(&found.finding.to_string());
        let kind = found.finding.kind.to_string();
        let rest = words.strip_prefix(&kind).unwrap_or(&words);
        let _ = writeln!(text, "{}{rest}", styled(WARNING, kind));
    }
    text + &match all.len() {
        0 => format!("{}\n", styled(GOOD, "No findings.")),
        1 => "1 finding.\n".to_owned(),
        count => format!("{count} findings.\n"),
    }
}

/// A kind by its name.
fn kind(name: &str) -> Result<FindingKind, Error> {
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    FindingKind::deserialize(name)
}
