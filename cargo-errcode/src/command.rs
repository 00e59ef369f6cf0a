//! The subcommands, one file each.

pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod docs;
pub(crate) mod explain;
pub(crate) mod lint;
pub(crate) mod list;

use crate::Outcome;
use crate::args::{Cli, Command};
use crate::failure::Failure;
use crate::report;

/// Runs what the command line asks for.
pub(crate) fn run(cli: Cli) -> Result<Outcome, Failure> {
    report::set_color(cli.color);
    match cli.command {
        Command::Docs(args) => docs::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::List(args) => list::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Lint(args) => lint::run(&args),
    }
}

/// Data as JSON, with a line for each member.
fn json(data: &impl serde::Serialize) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(data)
        .map_err(|why| Failure::new(format!("the result can't be written as JSON: {why}")))?;
    Ok(text + "\n")
}
