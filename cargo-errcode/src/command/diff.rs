//! `cargo errcode diff`: what changed from one catalog to another.

use std::path::PathBuf;

use errcode_docs::Document;
use errcode_docs::compare::compare;
use errcode_docs::lock::Lock;

use super::changes::{self, Deny, in_words};
use crate::Outcome;
use crate::failure::Failure;
use crate::{catalog, files, report};

/// Tell what changed between two catalogs, and whether it breaks callers
///
/// Each is a JSON catalog, as `cargo errcode docs json` writes it, or a lock file. A code that OLD, if it is a lock file, has retired can't
/// come back with another meaning.
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

/// What a file holds.
enum Side {
    Catalog(Document),
    Lock(Lock),
}

impl Side {
    fn document(&self) -> &Document {
        match self {
            Self::Catalog(document) => document,
            Self::Lock(lock) => lock.document(),
        }
    }
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let (old, new) = (read(&args.old)?, read(&args.new)?);
    let comparison = match &old {
        Side::Lock(lock) => lock.check(new.document()),
        Side::Catalog(document) => compare(document, new.document()),
    };
    if args.json {
        report::print(&comparison.json())?;
    } else {
        report::print(&in_words(&comparison))?;
    }
    Ok(args.deny.outcome(&comparison))
}

fn read(path: &std::path::Path) -> Result<Side, Failure> {
    let (text, name) = (files::read(path)?, files::shown(path));
    let value: Option<serde_json::Value> = serde_json::from_str(&text).ok();
    if value.is_some_and(|value| value.get("lock").is_some()) {
        return changes::lock(&text, &name).map(Side::Lock);
    }
    catalog::parse(&text, &name).map(Side::Catalog)
}
