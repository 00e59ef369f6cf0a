//! `cargo errcode check`: what changed since the lock file was written, and the lock file of the next release.

use errcode_docs::compare::{ChangeKind, Comparison};
use errcode_docs::lock::{self, Lock};
use serde::Serialize;

use super::changes::{Deny, in_words};
use super::service::Service;
use crate::Outcome;
use crate::failure::Failure;
use crate::files;
use crate::options::Source;
use crate::terminal::report::{self, HEADING, styled};
use crate::terminal::suggestion;
use crate::workspace::catalog_file;

/// Tell what changed since the lock file was written, and whether it breaks callers
///
/// The lock file is `errcode.lock.json` beside `Cargo.toml`. It is committed: it holds what was released last, and the codes that were in use once,
/// which can't come back with another meaning: `--update` refuses that.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Accept the changes: write the lock file
    #[arg(long, visible_alias = "accept")]
    update: bool,
    /// Print the changes as JSON: an array with an object for each package
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    deny: Deny,
    #[command(flatten)]
    source: Source,
}

/// The changes of a package.
#[derive(Serialize)]
struct Changes<'a> {
    package: &'a str,
    #[serde(flatten)]
    comparison: Comparison,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let services = Service::select(&args.source)?;
    let (mut locked, mut missing) = (Vec::new(), Vec::new());
    for service in &services {
        let path = service.folder.join(lock::FILE);
        let shown = files::shown(&path);
        let lock = files::read_if_there(&path)?.map(|text| catalog_file::lock(&text, &shown));
        let lock = lock.transpose()?;
        if lock.is_none() && !args.update {
            missing.push(shown);
        } else {
            locked.push((service, path, lock));
        }
    }
    let mut all = Vec::new();
    let mut outcome = Outcome::Fine;
    let mut refusals = Vec::new();
    for (service, path, lock) in locked {
        let document = service.document()?;
        let lock = lock.unwrap_or_else(|| Lock::new(document.clone()));
        let comparison = lock.check(&document);
        if let Some(refusal) = refusal(&comparison, &files::shown(&path)) {
            refusals.push(refusal);
            outcome = Outcome::Findings;
        } else if args.update {
            let is_new = files::write(&path, &lock.update(document).text())?;
            let what = if is_new { "wrote" } else { "is current:" };
            report::say(format!("{what} {}", files::shown(&path)));
        } else if args.deny.outcome(&comparison) == Outcome::Findings {
            outcome = Outcome::Findings;
        }
        all.push(Changes {
            package: &service.name,
            comparison,
        });
    }
    let has_changes = all.iter().any(|changes| !changes.comparison.is_empty());
    if all.is_empty() {
        // No lock file at all: there is nothing to tell.
    } else if args.json {
        report::print(&super::json(&all)?)?;
    } else if has_changes || !args.update {
        report::print(&text(&all, services.len() > 1))?;
    }
    if has_changes && !args.update && refusals.is_empty() {
        report::say("`cargo errcode check --update` accepts these changes");
    }
    for refusal in &refusals {
        report::failure(refusal);
    }
    if missing.is_empty() {
        return Ok(outcome);
    }
    let are = if missing.len() == 1 { "is" } else { "are" };
    let names = suggestion::words(missing.iter().map(String::as_str), "and");
    Err(Failure::new(format!("{names} {are} not there")).help(
        "`cargo errcode check --update` writes it; commit it, so that later changes are noticed",
    ))
}

/// Why the changes can't be accepted: a lock that is written would forget what a retired code meant.
fn refusal(comparison: &Comparison, file: &str) -> Option<Failure> {
    let changes = comparison.changes.iter();
    let reused = changes.filter(|change| change.kind == ChangeKind::Reused);
    let mut codes: Vec<String> = reused
        .filter_map(|change| Some(change.code.as_ref()?.to_string()))
        .collect();
    codes.dedup();
    let (are, one) = match codes.len() {
        0 => return None,
        1 => ("is", "the retired one was"),
        _ => ("are", "the retired ones were"),
    };
    let names = suggestion::words(codes.iter().map(String::as_str), "and");
    let what =
        format!("{names} {are} retired in `{file}`, and can't come back with another meaning");
    let by_hand = format!("if {one} never released, take it out of `retired` in `{file}` by hand");
    let refusal = Failure::new(what)
        .help("give the error another code, or another `type` where its body has no code")
        .help(by_hand);
    Some(refusal)
}

/// The changes in words; of several packages each under its name.
fn text(all: &[Changes<'_>], has_packages: bool) -> String {
    let part = |changes: &Changes<'_>| {
        let words = in_words(&changes.comparison);
        if has_packages {
            format!("{}\n{words}", styled(HEADING, changes.package))
        } else {
            words
        }
    };
    all.iter().map(part).collect::<Vec<_>>().join("\n")
}
