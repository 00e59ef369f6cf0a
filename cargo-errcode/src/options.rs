//! Command-line options that several subcommands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    /// Only on a terminal
    Auto,
    Always,
    Never,
}

/// Where the catalog comes from, and how to build the package that has it.
#[derive(Args, Debug, Default)]
pub(crate) struct Source {
    /// Read this JSON catalog or lock file instead of building a package
    #[arg(long, value_name = "FILE")]
    #[arg(conflicts_with_all = ["package", "workspace", "manifest_path", "features", "all_features", "no_default_features", "target"])]
    pub(crate) catalog: Option<PathBuf>,
    /// The package that has the catalog; repeatable
    #[arg(short, long, value_name = "NAME", help_heading = "Package")]
    pub(crate) package: Vec<String>,
    /// All packages of the workspace that have a catalog
    #[arg(
        long,
        visible_alias = "all",
        conflicts_with = "package",
        help_heading = "Package"
    )]
    pub(crate) workspace: bool,
    /// Path of the `Cargo.toml` of the package or workspace
    #[arg(long, value_name = "PATH", help_heading = "Package")]
    pub(crate) manifest_path: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) build: BuildOptions,
}

/// Options that are passed on to `cargo build`.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Build")]
#[expect(clippy::struct_excessive_bools, reason = "each one is a flag of cargo")]
pub(crate) struct BuildOptions {
    /// Features of the package, separated by commas or spaces
    #[arg(short = 'F', long, value_name = "FEATURES")]
    pub(crate) features: Vec<String>,
    /// Enable all features of the package
    #[arg(long)]
    pub(crate) all_features: bool,
    /// Disable the `default` feature
    #[arg(long)]
    pub(crate) no_default_features: bool,
    /// Build for this target, whose programs must run on this machine
    #[arg(long, value_name = "TRIPLE")]
    pub(crate) target: Option<String>,
    /// Do not access the network
    #[arg(long)]
    pub(crate) offline: bool,
    /// Fail if `Cargo.lock` would change
    #[arg(long)]
    pub(crate) locked: bool,
    /// Same as `--locked --offline`
    #[arg(long)]
    pub(crate) frozen: bool,
}

impl BuildOptions {
    /// The names in `--features`.
    pub(crate) fn features(&self) -> impl Iterator<Item = &str> {
        let lists = self.features.iter();
        let names = lists.flat_map(|list| list.split([',', ' ', '\t']));
        names.filter(|name| !name.is_empty())
    }

    /// The options for a cargo that may access the network.
    pub(crate) fn network(&self) -> Vec<&'static str> {
        if self.offline || self.frozen {
            vec!["--offline"]
        } else {
            Vec::new()
        }
    }

    /// The options for a cargo that reads the `Cargo.lock` of the workspace.
    pub(crate) fn lock(&self) -> Vec<&'static str> {
        let mut options = self.network();
        if self.locked || self.frozen {
            options.push("--locked");
        }
        options
    }
}

#[cfg(test)]
mod tests {
    use super::BuildOptions;

    #[test]
    fn features_are_split_as_cargo_splits_them() {
        let build = BuildOptions {
            features: vec!["a,b c".to_owned(), "d,".to_owned()],
            ..BuildOptions::default()
        };
        assert_eq!(build.features().collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    }
}
