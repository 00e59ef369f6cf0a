//! The changes between two catalogs: their text, and which of them are findings.

use clap::ValueEnum;
use errcode_docs::compare::{Comparison, Level};

use super::Outcome;
use crate::terminal::report::{ERROR, GOOD, WARNING, escaped, styled};

/// The changes that are findings.
#[derive(clap::Args, Clone, Copy, Debug)]
pub(super) struct Deny {
    /// Exit with 1 for changes of this level or above
    #[arg(long, value_name = "LEVEL", default_value = "breaking")]
    deny: LevelName,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LevelName {
    /// Changes that can break a caller: a code removed, a status changed, a member renamed
    Breaking,
    /// Also additions: a new code, member or header
    Minor,
    /// All changes, even of texts
    Patch,
}

impl Deny {
    pub(super) fn outcome(self, comparison: &Comparison) -> Outcome {
        let denied = match self.deny {
            LevelName::Breaking => Level::Breaking,
            LevelName::Minor => Level::Minor,
            LevelName::Patch => Level::Patch,
        };
        Outcome::findings(comparison.level() >= Some(denied))
    }
}

/// The changes as text, with coloured levels.
pub(super) fn to_text(comparison: &Comparison) -> String {
    let mut text = String::new();
    for line in escaped(&comparison.to_string()).lines() {
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
