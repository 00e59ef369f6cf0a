//! `cargo errcode check`: what changed since the lock file was written, and the lock file of the next release.

use errcode_docs::compare::Comparison;
use errcode_docs::lock::{self, Lock};
use serde::Serialize;

use super::changes::{self, Deny, in_words};
use crate::Outcome;
use crate::args::Source;
use crate::failure::Failure;
use crate::files;
use crate::report::{self, HEADING, styled};
use crate::service::Service;

/// Tell what changed since the lock file was written, and whether it breaks callers
///
/// The lock file is `errcode.lock.json` beside `Cargo.toml`. It is committed: it holds what was released last, and the codes that were in use once,
/// which can't come back with another meaning.
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
    let mut locks = Vec::new();
    for service in &services {
        let path = service.folder.join(lock::FILE);
        let text = files::read_if_there(&path)?;
        let lock = text
            .map(|text| changes::lock(&text, &files::shown(&path)))
            .transpose()?;
        if lock.is_none() && !args.update {
            return Err(Failure::new(format!("`{}` is not there", files::shown(&path)))
                .help("`cargo errcode check --update` writes it; commit it, so that later changes are noticed"));
        }
        locks.push(lock);
    }
    let mut all = Vec::new();
    let mut outcome = Outcome::Fine;
    for (service, lock) in services.iter().zip(locks) {
        let document = service.document()?;
        let lock = lock.unwrap_or_else(|| Lock::new(document.clone()));
        let comparison = lock.check(&document);
        if args.update {
            let path = service.folder.join(lock::FILE);
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
    if args.json {
        report::print(&super::json(&all)?)?;
    } else if has_changes || !args.update {
        report::print(&text(&all))?;
    }
    if has_changes && !args.update {
        report::say("`cargo errcode check --update` accepts these changes");
    }
    Ok(outcome)
}

/// The changes in words; of several packages each under its name.
fn text(all: &[Changes<'_>]) -> String {
    let part = |changes: &Changes<'_>| {
        let words = in_words(&changes.comparison);
        if all.len() == 1 {
            words
        } else {
            format!("{}\n{words}", styled(HEADING, changes.package))
        }
    };
    all.iter().map(part).collect::<Vec<_>>().join("\n")
}
