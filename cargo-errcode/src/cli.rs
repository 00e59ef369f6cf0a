//! The command line: its grammar, the text of `--help`, and the call of each subcommand.

use std::ffi::OsString;

use clap::{Parser, Subcommand};

use crate::commands::{self, Outcome};
use crate::failure::Failure;
use crate::options::Color;
use crate::terminal::report;

const EXIT_CODES: &str = "\
Exit codes:
  0  success: there are no findings
  1  findings: an outdated document, a denied change, a lint, or an unknown code
  2  failure: the command could not run; standard error says why

Cargo.toml says where the catalog is:

  [package.metadata.errcode]
  catalog = \"my_service::ERRORS\"";

/// Documents, explains and checks the errors of a service.
#[derive(Debug, Parser)]
#[command(name = "cargo errcode", bin_name = "cargo errcode", version, after_help = EXIT_CODES)]
#[command(max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colours
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

/// Parses the command line. Exits if it is wrong or asks for help.
///
/// Cargo runs `cargo-errcode errcode ...`. A user may run `cargo-errcode ...` directly.
pub(crate) fn parse() -> Cli {
    Cli::parse_from(without_subcommand_name(std::env::args_os().collect()))
}

fn without_subcommand_name(mut args: Vec<OsString>) -> Vec<OsString> {
    if args.get(1).is_some_and(|first| first == "errcode") {
        args.remove(1);
    }
    args
}

/// Runs the subcommand.
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

    use super::{Cli, without_subcommand_name};

    #[test]
    fn the_grammar_is_valid() {
        Cli::command().debug_assert();
    }

    #[test]
    fn run_by_cargo_and_directly() {
        for args in [
            &["cargo-errcode", "errcode", "list"][..],
            &["cargo-errcode", "list"],
        ] {
            let args = args.iter().map(Into::into).collect();
            assert_eq!(without_subcommand_name(args), ["cargo-errcode", "list"]);
        }
    }
}
