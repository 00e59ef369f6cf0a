//! Selects packages: those on the command line, else the one of the current folder.

use std::collections::BTreeSet;
use std::path::Path;

use cargo_metadata::Metadata;
use cargo_metadata::camino::Utf8PathBuf;

use super::location::{self, CatalogLocation};
use super::settings::Settings;
use crate::cargo;
use crate::failure::Failure;
use crate::options::Source;
use crate::terminal::suggestion;

const CHOOSE: &str = "choose one with `-p NAME`, or take all of them with `--workspace`";

/// A package with a catalog.
#[derive(Clone, Debug)]
pub(crate) struct Package {
    /// Its `Cargo.toml`, as cargo reads it.
    pub(crate) manifest: cargo_metadata::Package,
    pub(crate) settings: Settings,
    pub(crate) location: CatalogLocation,
    /// The features on the command line that belong to this package.
    pub(crate) features: Vec<String>,
    /// The folder of its workspace.
    pub(crate) workspace: Utf8PathBuf,
    /// The target folder of its workspace.
    pub(crate) target: Utf8PathBuf,
}

impl Package {
    /// The name of the package.
    pub(crate) fn name(&self) -> &str {
        &self.manifest.name
    }

    /// The folder of the package.
    pub(crate) fn folder(&self) -> &Path {
        let path = self.manifest.manifest_path.as_std_path();
        path.parent().unwrap_or(Path::new(""))
    }
}

/// Selects the packages of the command line. It asks cargo for the members alone, which needs no network.
pub(crate) fn select(source: &Source) -> Result<Vec<Package>, Failure> {
    let mut command = cargo::command(Path::new(""));
    command.args(["metadata", "--format-version", "1", "--no-deps"]);
    command.args(source.build.lock());
    if let Some(path) = &source.manifest_path {
        command.arg("--manifest-path").arg(path);
    }
    let metadata = cargo::metadata(&mut command)?;
    let chosen = chosen(&metadata, source)?;
    for feature in source.build.features() {
        if !chosen
            .iter()
            .any(|(package, _)| own_feature(package, feature).is_some())
        {
            return Err(no_feature(feature, &chosen));
        }
    }
    let package = |(package, settings): Chosen<'_>| {
        Ok(Package {
            location: location::from_settings(package, &settings)?,
            features: own_features(package, source),
            manifest: package.clone(),
            settings,
            workspace: metadata.workspace_root.clone(),
            target: metadata.target_directory.clone(),
        })
    };
    chosen.into_iter().map(package).collect()
}

type Member<'a> = &'a cargo_metadata::Package;
type Chosen<'a> = (Member<'a>, Settings);

fn chosen<'a>(metadata: &'a Metadata, source: &Source) -> Result<Vec<Chosen<'a>>, Failure> {
    let members = sorted(metadata.workspace_packages());
    if !source.package.is_empty() {
        let names: BTreeSet<&str> = source.package.iter().map(String::as_str).collect();
        return names.iter().map(|name| named(&members, name)).collect();
    }
    let asked = if source.workspace || !metadata.workspace_default_members.is_available() {
        members.clone()
    } else {
        sorted(metadata.workspace_default_packages())
    };
    let chosen = with_settings(&asked)?;
    if chosen.is_empty() {
        return Err(no_settings(&asked, &with_settings(&members)?));
    }
    if chosen.len() > 1 && !source.workspace {
        let names = suggestion::list(names(&chosen), "and");
        return Err(Failure::new(format!("several packages have a catalog: {names}")).help(CHOOSE));
    }
    Ok(chosen)
}

/// Sorts packages by name.
fn sorted(mut members: Vec<Member<'_>>) -> Vec<Member<'_>> {
    members.sort_by_key(|member| &member.name);
    members
}

/// Finds a package by its name.
fn named<'a>(members: &[Member<'a>], name: &str) -> Result<Chosen<'a>, Failure> {
    let member = members.iter().find(|member| member.name.as_str() == name);
    let Some(member) = member else {
        let known: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
        let help = suggestion::did_you_mean(name, known.iter().copied());
        let help = help.unwrap_or_else(|| suggestion::all("package", &known));
        return Err(Failure::new(format!("no package `{name}` in this workspace")).help(help));
    };
    let settings = Settings::read(&member.name, &member.metadata)?;
    settings
        .map(|settings| (*member, settings))
        .ok_or_else(|| no_settings(&[member], &[]))
}

fn own_features(package: Member<'_>, source: &Source) -> Vec<String> {
    let features = source.build.features();
    let own = features.filter_map(|feature| own_feature(package, feature));
    own.map(str::to_owned).collect()
}

/// A feature of a package, as `feature` or `package/feature`.
fn own_feature<'a>(package: Member<'_>, feature: &'a str) -> Option<&'a str> {
    let name = match feature.split_once('/') {
        Some((of, name)) if of == package.name.as_str() => name,
        Some(_) => return None,
        None => feature,
    };
    package.features.contains_key(name).then_some(name)
}

fn no_feature(feature: &str, chosen: &[Chosen<'_>]) -> Failure {
    let known = chosen
        .iter()
        .flat_map(|(package, _)| package.features.keys());
    let help = suggestion::did_you_mean(feature, known.map(String::as_str)).unwrap_or_else(|| {
        "to enable a feature of a dependency, add a feature to the package that enables it"
            .to_owned()
    });
    let packages = suggestion::list(names(chosen), "or");
    Failure::new(format!("no feature `{feature}` in package {packages}")).help(help)
}

fn names<'a>(chosen: &[Chosen<'a>]) -> impl Iterator<Item = &'a str> {
    chosen.iter().map(|(package, _)| package.name.as_str())
}

fn with_settings<'a>(members: &[Member<'a>]) -> Result<Vec<Chosen<'a>>, Failure> {
    let mut with = Vec::new();
    for member in members {
        if let Some(settings) = Settings::read(&member.name, &member.metadata)? {
            with.push((*member, settings));
        }
    }
    Ok(with)
}

/// None of the packages has settings: says which others do, or what to add.
fn no_settings(asked: &[Member<'_>], elsewhere: &[Chosen<'_>]) -> Failure {
    let failure = match asked {
        [package] => Failure::new(format!(
            "no catalog found: package `{}` has no `[package.metadata.errcode]`",
            package.name
        )),
        _ => Failure::new("no catalog found: no package has `[package.metadata.errcode]`"),
    };
    let others = suggestion::list(names(elsewhere), "and");
    match asked {
        _ if !elsewhere.is_empty() => failure.help(format!(
            "other packages of the workspace have it: {others}; {CHOOSE}"
        )),
        [package] => failure.help(location::what_to_add(package)),
        _ => {
            failure.help("run this command with `-p NAME` to see what to add to the package `NAME`")
        }
    }
}
