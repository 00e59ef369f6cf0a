//! `cargo errcode diff`: what changed from one catalog to another.

use std::path::PathBuf;

use errcode_docs::compare::compare;

use super::changes::{Deny, in_words};
use crate::Outcome;
use crate::failure::Failure;
use crate::terminal::report;
use crate::workspace::catalog_file::{self, Held};

/// Tell what changed between two catalogs, and whether it breaks callers
///
/// Each is a JSON catalog, as `cargo errcode docs json` writes it, or a lock file. A code that OLD, if it is a lock file, has retired can't
/// come back with another meaning.
///
/// A JSON catalog has no error that is hidden (`#[doc(hidden)]`): one that was hidden since OLD reads there as removed. Lock files have it.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The catalog or lock file before
    old: PathBuf,
    /// The catalog or lock file after
    new: PathBuf,
    /// Print the changes as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    deny: Deny,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let (old, new) = (
        catalog_file::read(&args.old)?,
        catalog_file::read(&args.new)?,
    );
    let comparison = match &old {
        Held::Lock(lock) => lock.check(new.document()),
        Held::Catalog(document) => compare(document, new.document()),
    };
    if args.json {
        report::print(&comparison.json())?;
    } else {
        report::print(&in_words(&comparison))?;
    }
    Ok(args.deny.outcome(&comparison))
}
