//! The command line: what clap reads, and the texts of `--help`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::command;

const EXIT_CODES: &str = "\
Exit codes:
  0  all is well
  1  there are findings: a document that is out of date, a change that is denied, a lint
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
    Docs(command::docs::Args),
    Explain(command::explain::Args),
    List(command::list::Args),
    Diff(command::diff::Args),
    Check(command::check::Args),
    Lint(command::lint::Args),
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    Auto,
    Always,
    Never,
}

/// Where the catalog comes from, and how the package that has it is built.
#[derive(Args, Debug, Default)]
pub(crate) struct Source {
    /// Read this JSON catalog, and build nothing
    #[arg(long, value_name = "FILE")]
    #[arg(conflicts_with_all = ["package", "workspace", "manifest_path", "features", "all_features", "no_default_features", "target"])]
    pub(crate) catalog: Option<PathBuf>,
    /// The package, by its name; may be repeated
    #[arg(short, long, value_name = "NAME", help_heading = "Package")]
    pub(crate) package: Vec<String>,
    /// Every package of the workspace that has a catalog
    #[arg(
        long,
        visible_alias = "all",
        conflicts_with = "package",
        help_heading = "Package"
    )]
    pub(crate) workspace: bool,
    /// The `Cargo.toml` of the package or workspace
    #[arg(long, value_name = "PATH", help_heading = "Package")]
    pub(crate) manifest_path: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) build: Build,
}

/// How a package is built: cargo's own options.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Build")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "cargo's flags, each by itself"
)]
pub(crate) struct Build {
    /// Features of the package, with commas or spaces between them
    #[arg(short = 'F', long, value_name = "FEATURES")]
    pub(crate) features: Vec<String>,
    /// All features of the package
    #[arg(long)]
    pub(crate) all_features: bool,
    /// Not the feature `default`
    #[arg(long)]
    pub(crate) no_default_features: bool,
    /// The target to build for, which must run here
    #[arg(long, value_name = "TRIPLE")]
    pub(crate) target: Option<String>,
    /// Do without network
    #[arg(long)]
    pub(crate) offline: bool,
    /// Fail if `Cargo.lock` would change
    #[arg(long)]
    pub(crate) locked: bool,
    /// As `--locked --offline`
    #[arg(long)]
    pub(crate) frozen: bool,
}

impl Build {
    /// The features that are asked for by name.
    pub(crate) fn features(&self) -> impl Iterator<Item = &str> {
        let lists = self.features.iter();
        let names = lists.flat_map(|list| list.split([',', ' ', '\t']));
        names.filter(|name| !name.is_empty())
    }

    /// What is passed on to every cargo that may ask the network.
    pub(crate) fn network(&self) -> Vec<&'static str> {
        if self.offline || self.frozen {
            vec!["--offline"]
        } else {
            Vec::new()
        }
    }

    /// What is passed on to a cargo that reads the workspace's own `Cargo.lock`.
    pub(crate) fn lock(&self) -> Vec<&'static str> {
        let mut options = self.network();
        if self.locked || self.frozen {
            options.push("--locked");
        }
        options
    }
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{Build, Cli, without_errcode};

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

    #[test]
    fn features_are_split_as_cargo_splits_them() {
        let build = Build {
            features: vec!["a,b c".to_owned(), "d,".to_owned()],
            ..Build::default()
        };
        assert_eq!(build.features().collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    }
}
