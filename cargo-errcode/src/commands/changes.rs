//! Changes between two releases: their words, and which are findings.

use clap::ValueEnum;
use errcode_docs::compare::{Comparison, Level};

use crate::Outcome;
use crate::terminal::report::{ERROR, GOOD, WARNING, plain, styled};

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
