//! `cargo errcode check`: compares the catalog with the lock file, and updates the lock file.

use std::path::PathBuf;

use errcode_docs::Document;
use errcode_docs::compare::{ChangeKind, Comparison};
use errcode_docs::lock::{self, Lock};
use serde::Serialize;

use super::Outcome;
use super::changes::{self, Deny};
use super::service::Service;
use crate::failure::Failure;
use crate::files;
use crate::options::Source;
use crate::terminal::report::{self, HEADING, styled};
use crate::terminal::suggestion;
use crate::workspace::catalog_file;

/// Compare the catalog with the lock file and report breaking changes
///
/// The lock file is `errcode.lock.json` beside `Cargo.toml`. Commit it. It contains the catalog of the last release
/// and all retired codes. A retired code can't return with another meaning: `--update` refuses it.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Accept the changes: write the lock file
    #[arg(long, visible_alias = "accept")]
    update: bool,
    /// Print the changes as JSON: an array with one object per package
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    deny: Deny,
    #[command(flatten)]
    source: Source,
}

/// The changes of one package.
#[derive(Serialize)]
struct PackageChanges<'a> {
    package: &'a str,
    #[serde(flatten)]
    comparison: Comparison,
}

/// A lock file, and what it contains.
struct LockFile {
    path: PathBuf,
    /// The path in messages.
    name: String,
    /// `None` if the file does not exist.
    lock: Option<Lock>,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let services = Service::select(&args.source)?;
    let (mut ready, mut missing) = (Vec::new(), Vec::new());
    // Before anything is built.
    for service in &services {
        let file = LockFile::read(service)?;
        if file.lock.is_none() && !args.update {
            missing.push(file.name);
        } else {
            ready.push((service, file));
        }
    }
    let (mut all, mut refusals) = (Vec::new(), Vec::new());
    let mut outcome = Outcome::NoFindings;
    for (service, file) in ready {
        let document = service.document()?;
        let lock = file.lock.clone();
        let lock = lock.unwrap_or_else(|| Lock::new(document.clone()));
        let comparison = lock.check(&document);
        if let Some(refusal) = refusal(&comparison, &file.name) {
            refusals.push(refusal);
            outcome = Outcome::Findings;
        } else if args.update {
            file.update(&lock, document)?;
        } else if args.deny.outcome(&comparison) == Outcome::Findings {
            outcome = Outcome::Findings;
        }
        all.push(PackageChanges {
            package: &service.name,
            comparison,
        });
    }
    let has_changes = all.iter().any(|changes| !changes.comparison.is_empty());
    // Without any lock file there is no result; after an update, only changes are worth a line.
    if args.json && !all.is_empty() {
        report::print(&super::json(&all)?)?;
    } else if has_changes || !args.update {
        report::print(&to_text(&all, services.len() > 1))?;
    }
    if has_changes && !args.update && refusals.is_empty() {
        report::status("run `cargo errcode check --update` to accept these changes");
    }
    for refusal in &refusals {
        report::failure(refusal);
    }
    if missing.is_empty() {
        Ok(outcome)
    } else {
        Err(missing_files(&missing))
    }
}

impl LockFile {
    fn read(service: &Service) -> Result<Self, Failure> {
        let path = service.folder.join(lock::FILE);
        let name = files::display(&path);
        let text = files::read_if_exists(&path)?;
        let lock = text.map(|text| catalog_file::parse_lock(&text, &name));
        Ok(Self {
            path,
            name,
            lock: lock.transpose()?,
        })
    }

    fn update(&self, lock: &Lock, document: Document) -> Result<(), Failure> {
        let has_changed = files::write(&self.path, &lock.update(document).text())?;
        let verb = if has_changed { "wrote" } else { "unchanged" };
        report::status(format!("{verb} {}", self.name));
        Ok(())
    }
}

fn missing_files(names: &[String]) -> Failure {
    let does_not = suggestion::plural(names.len(), "does not", "do not");
    let them = suggestion::plural(names.len(), "it", "them");
    let names = suggestion::list(names.iter().map(String::as_str), "and");
    Failure::new(format!("{names} {does_not} exist")).help(format!(
        "run `cargo errcode check --update` to write {them}, and commit {them}"
    ))
}

/// Refuses an update that would forget what a retired code meant.
fn refusal(comparison: &Comparison, file: &str) -> Option<Failure> {
    let changes = comparison.changes.iter();
    let reused = changes.filter(|change| change.kind == ChangeKind::Reused);
    let mut codes: Vec<String> = reused
        .filter_map(|change| Some(change.code.as_ref()?.to_string()))
        .collect();
    codes.dedup();
    if codes.is_empty() {
        return None;
    }
    let are = suggestion::plural(codes.len(), "is", "are");
    let names = suggestion::list(codes.iter().map(String::as_str), "and");
    let message =
        format!("{names} {are} retired in `{file}` and can't return with another meaning");
    let refusal = Failure::new(message)
        .help("give the error another code, or another `type` if its body has no code")
        .help(format!(
            "if the retired error was never released, delete it from `retired` in `{file}`"
        ));
    Some(refusal)
}

/// The changes as text. With several packages, each has a heading.
fn to_text(all: &[PackageChanges<'_>], has_packages: bool) -> String {
    let section = |package: &PackageChanges<'_>| {
        let text = changes::to_text(&package.comparison);
        if has_packages {
            format!("{}\n{text}", styled(HEADING, package.package))
        } else {
            text
        }
    };
    all.iter().map(section).collect::<Vec<_>>().join("\n")
}
