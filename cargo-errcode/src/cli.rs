//! The command line: what clap reads, and the texts of `--help`.

use std::ffi::OsString;

use clap::{Parser, Subcommand};

use crate::failure::Failure;
use crate::options::Color;
use crate::terminal::report;
use crate::{Outcome, commands};

const EXIT_CODES: &str = "\
Exit codes:
  0  all is well
  1  there are findings: a document that is out of date, a change that is denied, a lint,
     a code to explain that there is not
  2  the command could not run; the standard error says why

The catalog is found through Cargo.toml:

  [package.metadata.errcode]
  catalog = \"my_service::ERRORS\"";

/// Documents, explains and checks the errors of a service.
#[derive(Debug, Parser)]
#[command(name = "cargo errcode", bin_name = "cargo errcode", version, after_help = EXIT_CODES)]
#[command(max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to colour the output
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Docs(commands::docs::Args),
    Explain(commands::explain::Args),
    List(commands::list::Args),
    Diff(commands::diff::Args),
    Check(commands::check::Args),
    Lint(commands::lint::Args),
    Schema(commands::schema::Args),
}

/// Reads the command line, and ends the program where it is wrong, or asks for help.
///
/// Cargo calls `cargo-errcode errcode ...`; called by hand, it needs no `errcode`.
pub(crate) fn parse() -> Cli {
    Cli::parse_from(without_errcode(std::env::args_os().collect()))
}

fn without_errcode(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|first| first == "errcode") {
        args.remove(1);
    }
    args
}

/// Runs what the command line asks for.
pub(crate) fn run(cli: Cli) -> Result<Outcome, Failure> {
    report::set_color(cli.color);
    match cli.command {
        Command::Docs(args) => commands::docs::run(&args),
        Command::Explain(args) => commands::explain::run(&args),
        Command::List(args) => commands::list::run(&args),
        Command::Diff(args) => commands::diff::run(&args),
        Command::Check(args) => commands::check::run(&args),
        Command::Lint(args) => commands::lint::run(&args),
        Command::Schema(args) => commands::schema::run(&args),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{Cli, without_errcode};

    #[test]
    fn the_grammar_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn called_by_cargo_and_by_hand() {
        for args in [
            &["cargo-errcode", "errcode", "list"][..],
            &["cargo-errcode", "list"],
        ] {
            let args = args.iter().map(Into::into).collect();
            assert_eq!(without_errcode(args), ["cargo-errcode", "list"]);
        }
    }
}
