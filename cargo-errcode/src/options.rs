//! Options that several commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

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
    /// Read this JSON catalog or lock file, and build nothing
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

#[cfg(test)]
mod tests {
    use super::Build;

    #[test]
    fn features_are_split_as_cargo_splits_them() {
        let build = Build {
            features: vec!["a,b c".to_owned(), "d,".to_owned()],
            ..Build::default()
        };
        assert_eq!(build.features().collect::<Vec<_>>(), ["a", "b", "c", "d"]);
    }
}
