//! `cargo errcode diff`: what changed from one catalog to another.

use std::path::PathBuf;

use clap::ValueEnum;
use errcode_docs::Document;
use errcode_docs::compare::{Comparison, Level, compare};
use errcode_docs::lock::Lock;

use crate::Outcome;
use crate::failure::Failure;
use crate::report::{self, ERROR, GOOD, WARNING, plain, styled};
use crate::{catalog, files};

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
    pub(super) deny: Deny,
}

/// Which changes are findings.
#[derive(clap::Args, Clone, Copy, Debug)]
pub(super) struct Deny {
    /// Exit with 1 from this level of change on
    #[arg(long, value_name = "LEVEL", default_value = "breaking")]
    deny: LevelName,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LevelName {
    /// What a caller that relied on it trips over: a code gone, another status, a member renamed
    Breaking,
    /// What is new, too: a code, a member, a header
    Minor,
    /// Every change, that of a text too
    Patch,
}

impl Deny {
    pub(super) fn outcome(self, comparison: &Comparison) -> Outcome {
        let from = match self.deny {
            LevelName::Breaking => Level::Breaking,
            LevelName::Minor => Level::Minor,
            LevelName::Patch => Level::Patch,
        };
        Outcome::findings(comparison.level() >= Some(from))
    }
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
        return super::check::parse(&text, &name).map(Side::Lock);
    }
    catalog::parse(&text, &name).map(Side::Catalog)
}

/// The changes, the level of each in its colour.
pub(super) fn in_words(comparison: &Comparison) -> String {
    let mut text = String::new();
    for line in plain(&comparison.to_string()).lines() {
        let level = line.split(' ').next().unwrap_or_default();
        let style = match level {
            "breaking" => ERROR,
            "minor" => WARNING,
            "patch" => GOOD,
            _ => anstyle::Style::new(),
        };
        text.push_str(&styled(style, level));
        text.push_str(&line[level.len()..]);
        text.push('\n');
    }
    text
}
