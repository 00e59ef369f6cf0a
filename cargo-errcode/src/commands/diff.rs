//! `cargo errcode diff`: compares two catalogs.

use std::path::PathBuf;

use errcode_docs::compare::compare;

use super::Outcome;
use super::changes::{self, Deny};
use crate::failure::Failure;
use crate::terminal::report;
use crate::workspace::catalog_file::{self, CatalogFile};

/// Compare two catalogs and report breaking changes
///
/// Each file is a JSON catalog, which `cargo errcode docs json` writes, or a lock file. If OLD is a lock file, its
/// retired codes can't return with another meaning.
///
/// JSON catalogs omit hidden errors (`#[doc(hidden)]`), so an error hidden since OLD appears as removed. Lock files
/// include hidden errors.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The old catalog or lock file
    old: PathBuf,
    /// The new catalog or lock file
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
        CatalogFile::Lock(lock) => lock.check(new.document()),
        CatalogFile::Catalog(document) => compare(document, new.document()),
    };
    if args.json {
        report::print(&comparison.json())?;
    } else {
        report::print(&changes::to_text(&comparison))?;
    }
    Ok(args.deny.outcome(&comparison))
}
